drop table memberships;
drop table cluster_transitions;
drop table clusters;
drop table emergencies;
drop table operations;
