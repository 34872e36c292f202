// Of which days does each source report usage or charges?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param first_day => duration.inDays(date('1970-01-01'), date('2026-11-01')).days
//   :param last_day => duration.inDays(date('1970-01-01'), date('2026-11-30')).days
//     days since 1970, both inclusive
//   :param usage_sources => []
//     sources that report usage, as `remit status` shows: their charges say nothing of single days
//   :param charge_sources => []
//     sources that cover charges alone, as `remit status` shows: whether they have usage is looked up
// Columns: source, rows, first_day, last_day.
//   'usage'      a day of the window that it has usage of; days are null where it has some outside of the window;
//   'charges'    first and last day of its charges, of whatever window.
//
// What the snapshot's answer says beside this: the days that runs say they cover, with rows or without; and so which are missing.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
CALL (g) {
  MATCH (u:Usage)
  WHERE $first_day <= u.day <= $last_day AND u.born <= g AND g < u.died
  RETURN DISTINCT u.source AS source, 'usage' AS rows, u.day AS first_day, u.day AS last_day

  UNION ALL

  MATCH (c:Charge)
  WHERE NOT c.source IN $usage_sources AND c.born <= g AND g < c.died
  RETURN DISTINCT c.source AS source, 'charges' AS rows, c.first_day AS first_day, c.last_day AS last_day

  UNION ALL

  // All usage is read, and only where some source may have none.
  WITH g, $charge_sources + COLLECT {
    MATCH (c:Charge)
    WHERE NOT c.source IN $usage_sources AND c.born <= g AND g < c.died
    RETURN DISTINCT c.source
  } AS sources
  WHERE size(sources) > 0
  MATCH (u:Usage)
  WHERE u.source IN sources AND NOT $first_day <= u.day <= $last_day AND u.born <= g AND g < u.died
  RETURN DISTINCT u.source AS source, 'usage' AS rows, null AS first_day, null AS last_day
}
RETURN source, rows, first_day, last_day
ORDER BY source, rows, first_day, last_day;
