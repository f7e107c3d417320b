-- People who sign in, what they may do, and how they prove who they are.

create table users (
    id uuid primary key,
    email text not null unique check (email = lower(email) and email like '%_@_%'),
    name text not null check (length(name) between 1 and 200),
    language text not null default 'en' check (language in ('en', 'fr', 'es', 'pt', 'ar')),
    password_hash text,
    session_epoch integer not null default 1,
    active boolean not null default true,
    created_at timestamptz not null
);
comment on table users is 'People who sign in. Staff contacts only.';
comment on column users.id is 'The user.';
comment on column users.email is 'The address they sign in with, in lower case.';
comment on column users.name is 'How they are called.';
comment on column users.language is 'The language they read.';
comment on column users.password_hash is 'argon2id, null until the invitation is accepted.';
comment on column users.session_epoch is 'Access tokens of an older epoch are dead.';
comment on column users.active is 'False: may not sign in.';
comment on column users.created_at is 'When the account was made.';

create table sessions (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    family_id uuid not null,
    token_hash bytea not null unique,
    epoch integer not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    successor_id uuid,
    revoked_at timestamptz
);
comment on table sessions is 'Refresh tokens, one row a use. A family is one sign-in; a replay revokes it.';
comment on column sessions.id is 'The token.';
comment on column sessions.user_id is 'Whose session.';
comment on column sessions.family_id is 'The sign-in that it descends from.';
comment on column sessions.token_hash is 'SHA-256 of the secret.';
comment on column sessions.epoch is 'The session epoch of the user when they signed in: of an older one than the user''s it is dead.';
comment on column sessions.created_at is 'When it was given.';
comment on column sessions.expires_at is 'When it ends unused.';
comment on column sessions.used_at is 'When it was exchanged for its successor.';
comment on column sessions.successor_id is 'The token it was exchanged for: one, however often it comes.';
comment on column sessions.revoked_at is 'When the family was ended.';

create index sessions_family on sessions (family_id);

create index sessions_user on sessions (user_id);

create table invitations (
    id uuid primary key,
    email text not null check (email = lower(email)),
    name text not null,
    language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
    role text not null,
    operation_id uuid references operations,
    cluster_id uuid references clusters,
    organisation_id uuid references organisations,
    token_hash bytea not null unique,
    invited_by uuid not null references users,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    check (organisation_id is null or role in ('PARTNER_FOCAL_POINT', 'PARTNER_EDITOR', 'DONOR', 'VIEWER'))
);
comment on table invitations is 'Invitations by mail, single use.';
comment on column invitations.id is 'The invitation.';
comment on column invitations.email is 'Whom it was sent to; it binds.';
comment on column invitations.name is 'How they are called.';
comment on column invitations.language is 'The language of the mail.';
comment on column invitations.role is 'The role that it gives.';
comment on column invitations.operation_id is 'The operation the role is for, if one.';
comment on column invitations.cluster_id is 'The cluster the role is for, if one.';
comment on column invitations.organisation_id is 'The organisation the role is for, if one.';
comment on column invitations.token_hash is 'SHA-256 of the secret in the link.';
comment on column invitations.invited_by is 'Who invited.';
comment on column invitations.created_at is 'When.';
comment on column invitations.expires_at is 'Until when the link works.';
comment on column invitations.accepted_at is 'When it was accepted.';

create table password_resets (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
comment on table password_resets is 'Links to set a new password, single use.';
comment on column password_resets.id is 'The link.';
comment on column password_resets.user_id is 'Whose password.';
comment on column password_resets.token_hash is 'SHA-256 of the secret in the link.';
comment on column password_resets.created_at is 'When it was asked for.';
comment on column password_resets.expires_at is 'Until when it works.';
comment on column password_resets.used_at is 'When it was used.';

create table grants (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    role text not null check (role in ('SYSTEM_ADMIN', 'COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'IMO', 'PARTNER_FOCAL_POINT', 'PARTNER_EDITOR', 'GOVERNMENT', 'DONOR', 'VIEWER')),
    operation_id uuid references operations,
    cluster_id uuid,
    organisation_id uuid references organisations,
    valid_until timestamptz,
    granted_by uuid references users,
    created_at timestamptz not null,
    revoked_at timestamptz,
    check (cluster_id is null or operation_id is not null),
    check (role not in ('PARTNER_FOCAL_POINT', 'PARTNER_EDITOR') or (cluster_id is not null and organisation_id is not null)),
    check (role <> 'DONOR' or organisation_id is not null),
    check (organisation_id is null or role in ('PARTNER_FOCAL_POINT', 'PARTNER_EDITOR', 'DONOR', 'VIEWER')),
    check (role <> 'SUBNATIONAL_COORDINATOR' or cluster_id is not null),
    check (role = 'SYSTEM_ADMIN' or role = 'VIEWER' or operation_id is not null),
    foreign key (cluster_id, operation_id) references clusters (id, operation_id)
);
comment on table grants is 'What a user may do: a role in a scope for a time. A membership never grants rights.';
comment on column grants.id is 'The grant.';
comment on column grants.user_id is 'Who holds it.';
comment on column grants.role is 'The role.';
comment on column grants.operation_id is 'The operation it is for; null only for the whole installation.';
comment on column grants.cluster_id is 'The cluster it is for, with those below it; null for the whole operation.';
comment on column grants.organisation_id is 'The organisation it is for (partner and donor roles).';
comment on column grants.valid_until is 'When it ends by itself.';
comment on column grants.granted_by is 'Who gave it; null when the installation was set up.';
comment on column grants.created_at is 'When it was given.';
comment on column grants.revoked_at is 'When it was taken back.';

create index grants_user on grants (user_id) where revoked_at is null;

create table api_tokens (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    name text not null check (length(name) between 1 and 100),
    prefix text not null,
    token_hash bytea not null unique,
    read_only boolean not null,
    organisation_id uuid references organisations,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    points_hour timestamptz,
    points_spent integer not null default 0
);
comment on table api_tokens is 'Tokens for programs of a partner. They never open a session.';
comment on column api_tokens.id is 'The token.';
comment on column api_tokens.user_id is 'On whose behalf it acts; it can do no more than its owner.';
comment on column api_tokens.name is 'What it is for.';
comment on column api_tokens.prefix is 'The first characters, to recognise it by.';
comment on column api_tokens.token_hash is 'SHA-256 of the secret.';
comment on column api_tokens.read_only is 'True: it may not write.';
comment on column api_tokens.organisation_id is 'It acts for this organisation only, if set.';
comment on column api_tokens.created_at is 'When it was made.';
comment on column api_tokens.expires_at is 'When it ends, at most a year later.';
comment on column api_tokens.last_used_at is 'When it was last seen (to the minute).';
comment on column api_tokens.revoked_at is 'When it was taken back.';
comment on column api_tokens.points_hour is 'The hour in which it last spent points.';
comment on column api_tokens.points_spent is 'What it spent in that hour; in any other hour it has spent nothing.';
