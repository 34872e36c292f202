// In which currencies are the usage and the charges of a window?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param first_day => duration.inDays(date('1970-01-01'), date('2026-11-01')).days
//   :param last_day => duration.inDays(date('1970-01-01'), date('2026-11-30')).days
//     days since 1970, both inclusive
// Columns: currency.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
CALL (g) {
  MATCH (u:Usage)
  WHERE $first_day <= u.day <= $last_day AND u.born <= g AND g < u.died AND u.currency IS NOT NULL
  RETURN u.currency AS currency
  UNION
  MATCH (c:Charge)
  WHERE c.first_day <= $last_day AND $first_day <= c.last_day AND c.born <= g AND g < c.died
  RETURN c.currency AS currency
}
RETURN currency
ORDER BY currency;
