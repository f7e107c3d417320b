drop table calendar_feeds;
drop table share_links;
drop table period_publications;
