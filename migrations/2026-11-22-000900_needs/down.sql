drop table need_figures;
drop table needs_rounds;
