// What the screens of set-up read and do.
import { graphql, type ResultOf } from '../kit/graphql';

export const OVERVIEW = graphql(`query SetupOverview { operations(first: 100) { edges { node { id code name countryIso3 status clusters { id name level status } } } } countries(first: 100) { edges { node { iso3 name } } } }`);
export const COUNTRIES = graphql(`mutation ImportCountries($input: ImportCountriesInput!) { importCountries(input: $input) { applied added unchanged issues { sheet cell row severity reason mend } moreIssues } }`);

export const OPERATION = graphql(`query SetupOperation($id: ID!) { operation(id: $id) { id code name names { language text } countryIso3 defaultLanguage timeZone locationPrecision smallCellThreshold status version
  emergencies { id name glide startedOn } clusters { id name kind level status parent { id } } } }`);
export const OPERATION_NEW = graphql(`mutation CreateOperation($input: CreateOperationInput!) { createOperation(input: $input) { id } }`);
export const OPERATION_SAVE = graphql(`mutation UpdateOperation($input: UpdateOperationInput!) { updateOperation(input: $input) { id version } }`);
export const EMERGENCY = graphql(`mutation AddEmergency($input: AddEmergencyInput!) { addEmergency(input: $input) { id } }`);

export const CLUSTER = graphql(`query SetupCluster($id: ID!, $after: String, $on: LocalDate) { cluster(id: $id) { id name names { language text } kind level sectorCode status nextStatuses version
  operation { id name countryIso3 } parent { id name } area { id name pcode level ancestors { id level } } transitions { id fromStatus toStatus decidedOn decidedBy note }
  memberships(first: 50, after: $after, holdingOn: $on) { pageInfo { hasNextPage endCursor } edges { node { id role validFrom validTo organisation { id name acronym } } } } } }`);
export const CLUSTER_NEW = graphql(`mutation CreateCluster($input: CreateClusterInput!) { createCluster(input: $input) { id } }`);
export const CLUSTER_SAVE = graphql(`mutation UpdateCluster($input: UpdateClusterInput!) { updateCluster(input: $input) { id version } }`);
export const CLUSTER_STEP = graphql(`mutation TransitionCluster($input: TransitionClusterInput!) { transitionCluster(input: $input) { id version } }`);
export const MEMBER_ADD = graphql(`mutation AddMembership($input: AddMembershipInput!) { addMembership(input: $input) { id } }`);
export const MEMBER_END = graphql(`mutation EndMembership($input: EndMembershipInput!) { endMembership(input: $input) { id } }`);

export const PARTNERS = graphql(`query Partners($search: String, $kind: OrganisationKind, $after: String) { organisations(search: $search, kind: $kind, first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id name acronym kind verified contacts { confirmedOn } memberships { validTo cluster { id name } } } } } }`);
export const PARTNER = graphql(`query Partner($id: ID!) { organisation(id: $id) { id name nativeName acronym kind parent { id name } countryIso3 verified version externalReferences { system externalId }
  contacts { id name title email phone consent confirmedOn } memberships { id role validFrom validTo cluster { id name } } } }`);
export const PARTNER_NEW = graphql(`mutation CreateOrganisation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }`);
export const PARTNER_SAVE = graphql(`mutation UpdateOrganisation($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id version } }`);
export const PARTNER_VERIFY = graphql(`mutation VerifyOrganisation($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { id version } }`);
export const PARTNER_MERGE = graphql(`mutation MergeOrganisations($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) { id } }`);
export const CONTACT_ADD = graphql(`mutation AddContact($input: AddContactInput!) { addContact(input: $input) { id } }`);
export const CONTACT_SAVE = graphql(`mutation UpdateContact($input: UpdateContactInput!) { updateContact(input: $input) { id } }`);
export const CONTACT_REMOVE = graphql(`mutation RemoveContact($input: RemoveContactInput!) { removeContact(input: $input) { __typename } }`);
export const FIND_PARTNER = graphql(`query FindPartner($search: String!) { organisations(search: $search, first: 20) { edges { node { id name acronym } } } }`);

export const GRANTS = graphql(`query Grants($operation: ID!, $after: String) { grants(operationId: $operation, first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id userId holder role clusterId organisationId validUntil } } }
  operation(id: $operation) { id name clusters { id name } } }`);
export const USERS = graphql(`query Users($after: String) { users(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name email } } } }`);
export const HOLDER = graphql(`query HolderName($id: ID!) { organisation(id: $id) { name } }`);
export const INVITE = graphql(`mutation InviteUser($input: InviteUserInput!) { inviteUser(input: $input) { id } }`);
export const INVITED = graphql(`query Invited($after: String) { viewer { invitations(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id email name language role operationId clusterId organisationId sentAt expiresAt } } } } }`);
export const WITHDRAW = graphql(`mutation WithdrawInvitation($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) { id } }`);
export const GRANT = graphql(`mutation GrantRole($input: GrantRoleInput!) { grantRole(input: $input) { id } }`);
export const GRANT_END = graphql(`mutation RevokeGrant($input: RevokeGrantInput!) { revokeGrant(input: $input) { id } }`);

export const PLACES = graphql(`query Places($country: String!, $level: Int, $parent: ID, $after: String) { adminAreas(countryIso3: $country, level: $level, parentId: $parent, first: 100, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id level pcode name validFrom parent { pcode name } } } } }`);
export const PLACES_IMPORT = graphql(`mutation ImportPlaces($input: ImportPlacesInput!) { importPlaces(input: $input) { applied added renamed moved relevelled dated unchanged issues { sheet cell row severity reason mend } moreIssues } }`);
export const PLACE_RETIRE = graphql(`mutation RetireArea($input: RetireAdminAreaInput!) { retireAdminArea(input: $input) { id } }`);

export const SITES = graphql(`query Sites($operation: ID!, $after: String) { sites(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id version kind code name latitude longitude locationPrecision area { id name pcode level ancestors { id level } } } } } }`);
export type SiteRead = ResultOf<typeof SITES>['sites']['edges'][number]['node'];
export const SITE_CHANGE = graphql(`mutation UpdateSite($input: UpdateSiteInput!) { updateSite(input: $input) { id } }`);
export const SITE_NEW = graphql(`mutation CreateSite($input: CreateSiteInput!) { createSite(input: $input) { id } }`);
export const AREA_BY_CODE = graphql(`query AreaByCode($country: String!, $pcode: String!) { adminArea(countryIso3: $country, pcode: $pcode) { id } }`);
export const DIMENSIONS = graphql(`query SetupDimensions($operation: ID!, $after: String) { dimensions(operationId: $operation, first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id code label shared labels { language text } values { id code label labels { language text } synonyms hxl } } } } }`);
export const DIMENSION_NEW = graphql(`mutation CreateDimension($input: CreateDimensionInput!) { createDimension(input: $input) { id } }`);
export const VALUES_ADD = graphql(`mutation AddDimensionValues($input: AddDimensionValuesInput!) { addDimensionValues(input: $input) { id } }`);

export const FOLLOWERS = graphql(`query Followers($operation: ID!) { subscriberCounts(operationId: $operation, first: 100) { edges { node { subject subjectId title confirmed pending undeliverable } } } }`);
export const REPORTING = graphql(`query ReportingSettings($plan: ID!) { reportingSettings(planId: $plan) { reminders reminderDays jumpPercent jumpPeople version } }`);
export const REPORTING_SAVE = graphql(`mutation SetReporting($input: ReportingSettingsInput!) { setReportingSettings(input: $input) { version } }`);

export const BEGUN = graphql(`query Begun { viewer { invitations(first: 100) { edges { node { role operationId } } } } countries(first: 1) { edges { node { iso3 } } } operations(first: 20) { edges { node { id code name countryIso3 clusters { id name level } } } } organisations(first: 1) { edges { node { id } } } }`);
export const BEGUN_IN = graphql(`query BegunIn($operation: ID!, $country: String!, $regional: Boolean!) { grants(operationId: $operation, first: 100) { edges { node { role } } }
  responsePlans(operationId: $operation, first: 1) { edges { node { id } } } adminAreas(countryIso3: $country, level: 1, first: 1) @skip(if: $regional) { edges { node { id } } }
  operation(id: $operation) { clusters { id memberships(first: 1) { edges { node { id } } } } } }`);
