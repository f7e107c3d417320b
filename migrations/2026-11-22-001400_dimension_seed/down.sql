-- Takes the shared values out again. Where categories use one, the database refuses: figures are never left without what they count.
delete from dimension_values using dimensions where dimensions.id = dimension_id and dimensions.operation_id is null;
delete from dimensions where operation_id is null;
