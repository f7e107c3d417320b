drop table api_tokens;
drop table grants;
drop table password_resets;
drop table invitations;
drop table sessions;
drop table users;
