// What did AI use cost in a window, and whose cost is it?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param by => ['team', 'model']
//     any of identity, team, department, cost_center, account, credential, application, workspace, model, provider,
//     day, week, month, in any order; [] for the sum alone
//   :param first_day => duration.inDays(date('1970-01-01'), date('2026-11-01')).days
//   :param last_day => duration.inDays(date('1970-01-01'), date('2026-11-30')).days
//     days since 1970, both inclusive
//   :param currency => 'USD'
//     one currency; cost-currencies.cypher tells which there are
//   :param team_type => 'team'
//     which type of group is a team
//   :param at => timestamp() * 1000
//     for provider alone: the moment asked about, microseconds
// Columns: part, key (list of texts in order of $by), cost_nano, estimate_nano, included_nano (thousand-millionths),
//   requests, basis (billed, priced, mixed, unpriced), tokens. By part:
//   'row'       usage under one key, '~unattributed' and '~shared' where no rule names one;
//   'total'     all usage, added up before anything is split: the rows add up to it;
//   'bucket'    key is variance, seat, tax, credit or other: what charges say beyond usage. Ledger = total + buckets.
// Three amounts: cost is in the ledger, an estimate is priced and not in it, what is included a plan pays for. Every unit is
// in one place: rows and buckets add up to the totals in integers.
//
// What the snapshot's answer says beside this: mcp_server, data_source and owner_state; what belongs to several by the
// source's own telling, or to ~shared; filters; other currencies and rates; which priced usage is cost (it is so here too,
// unsaid); what a second source told again (left out here too, unsaid); sums beyond 9.2 billion units.
//
// Rules: the owners of a row are who held its principal at any instant of its UTC day, directly or through an account,
// else who held the account that it runs as, else who answered for it, a group as its team; it is split evenly, the remainder to the least ids, and then between an owner's teams.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g, coalesce(shown.preferred, []) AS preferred
CALL (g, preferred) {
  // `amount` says what a row is: cost, estimate, included, or an overlap, which a second source reports again.
  MATCH (u:Usage)
  WHERE $first_day <= u.day <= $last_day AND u.born <= g AND g < u.died
    AND (u.amount IN ['cost', 'estimate', 'included'] AND u.currency = $currency OR u.amount IS NULL
      AND any(count IN [u.uncached_input, u.cache_read, u.cache_write_5m, u.cache_write_1h, u.cache_write, u.output,
        u.reasoning] WHERE count > 0))
  // `attributed` is the principal, or whom the row names where its key is gone or nobody's. `tagged_team` and
  // `tagged_cost_center` are what the row's own tags name; they count where nothing better is known.
  WITH g, u.attributed AS principal, u.day AS day, collect(u) AS rows
  WITH *, day * 86400000000 AS dawn, (day + 1) * 86400000000 AS dusk
  CALL (g, principal, day, dawn, dusk) {
    OPTIONAL MATCH (p:Entity {n: principal})
    WHERE p.born <= g AND g < p.died
    WITH *, any(d IN $by WHERE d IN ['identity', 'team', 'department', 'cost_center']) AS split,
      COLLECT {
        MATCH (a:Account)-[h:HOLDS]->(p)
        WHERE h.born <= g AND g < h.died AND h.since < dusk AND dawn < h.until
        RETURN DISTINCT a
      } AS accounts
    WITH *, COLLECT {
        MATCH (i:Identity)-[h:HOLDS]->(p)
        WHERE split AND h.born <= g AND g < h.died AND h.since < dusk AND dawn < h.until
        RETURN i
        UNION
        MATCH (i:Identity)-[h:HOLDS]->(a:Account)-[k:HOLDS]->(p)
        WHERE split AND h.born <= g AND g < h.died AND h.since < dusk AND dawn < h.until
          AND k.born <= g AND g < k.died AND k.since < dusk AND dawn < k.until
          AND h.since < k.until AND k.since < h.until
        RETURN i
      } AS holders
    WITH *, CASE WHEN p:Identity THEN [p] WHEN size(holders) > 0 OR NOT p:Credential THEN holders ELSE COLLECT {
        MATCH (i:Identity)-[h:HOLDS]->(a:Account)<-[k:RUNS_AS|RUNS_AS_CUT]-(p)
        WHERE split AND h.born <= g AND g < h.died AND h.since < dusk AND dawn < h.until
          AND k.born <= g AND g < k.died AND k.since < dusk AND dawn < k.until
          AND h.since < k.until AND k.since < h.until
        RETURN DISTINCT i
      } END AS keepers
    WITH *, CASE WHEN size(keepers) > 0 THEN keepers ELSE COLLECT {
        MATCH (i:Identity)-[r:ANSWERS_FOR]->(p)
        WHERE split AND r.born <= g AND g < r.died AND r.since < dusk AND dawn < r.until
        RETURN DISTINCT i
      } END AS found
    WITH *, CASE WHEN size(found) > 0 THEN [] WHEN p:Group THEN [p] ELSE COLLECT {
        MATCH (t:Group)-[r:ANSWERS_FOR]->(p)
        WHERE split AND r.born <= g AND g < r.died AND r.since < dusk AND dawn < r.until
        RETURN DISTINCT t
      } END AS answering
    UNWIND CASE WHEN size(found) > 0 THEN found ELSE [null] END AS owner
    WITH *, CASE WHEN NOT 'team' IN $by THEN [] WHEN size(answering) > 0 THEN [t IN answering | [0, t.id, t.n]]
      ELSE COLLECT {
        UNWIND [1, 2, 3] AS rank
        UNWIND [[owner], accounts, [p]][rank - 1] AS carrier
        MATCH (carrier)-[m:MEMBER_OF|MEMBER_OF_CUT]->(t:Group)
        WHERE m.born <= g AND g < m.died AND m.since < dusk AND dawn < m.until AND (carrier:Identity
          OR carrier:Account OR carrier:Credential) AND $team_type =
          last([i IN range(0, coalesce(size(t.type_since), 0) - 1) WHERE t.type_since[i] < dusk | t.type_was[i]])
        RETURN DISTINCT [rank, t.id, t.n]
      } END AS ranked
    WITH *, reduce(best = 9, r IN ranked | CASE WHEN r[0] < best THEN r[0] ELSE best END) AS best
    WITH p, accounts, owner, dusk, CASE WHEN size(answering) > 0 THEN '~shared' END AS shared, COLLECT {
        UNWIND [r IN ranked WHERE r[0] = best] AS r
        RETURN r[2] ORDER BY r[1]
      } AS teams
    ORDER BY owner.id
    RETURN
      CASE WHEN p:Account THEN p.n WHEN size(accounts) > 1 THEN '~shared' ELSE head(accounts).n END AS account,
      collect({
        identity: coalesce(owner.n, shared),
        department: coalesce(shared, last([i IN range(0, coalesce(size(owner.department_since), 0) - 1)
          WHERE owner.department_since[i] < dusk | owner.department_was[i]])),
        cost_center: coalesce(shared, last([i IN range(0, coalesce(size(owner.cost_center_since), 0) - 1)
          WHERE owner.cost_center_since[i] < dusk | owner.cost_center_was[i]])),
        teams: CASE WHEN size(teams) > 0 THEN teams ELSE [null] END
      }) AS owners
  }
  WITH rows, account, owners, date({year: 1970}) + duration({days: day}) AS date
  UNWIND rows AS u
  WITH u, account, owners, date, [CASE u.amount WHEN 'cost' THEN u.cost_nano ELSE 0 END,
    CASE u.amount WHEN 'estimate' THEN u.cost_nano ELSE 0 END,
    CASE u.amount WHEN 'included' THEN u.cost_nano ELSE 0 END, u.requests, coalesce(u.uncached_input, 0), coalesce(u.cache_read, 0),
    coalesce(u.cache_write_5m, 0), coalesce(u.cache_write_1h, 0), coalesce(u.cache_write, 0), coalesce(u.output, 0),
    coalesce(u.reasoning, 0)] AS amounts
  UNWIND range(-1, size(owners) - 1) AS i
  WITH u, account, date, amounts, i, size(owners) AS n,
    CASE WHEN i < 0 THEN {teams: [null]} ELSE owners[i] END AS owner
  WITH *, CASE WHEN i < 0 OR n = 1 THEN amounts
    ELSE [a IN amounts | (a - (a % n + n) % n) / n + CASE WHEN i < (a % n + n) % n THEN 1 ELSE 0 END] END AS shares
  UNWIND range(0, size(owner.teams) - 1) AS j
  WITH u, account, date, i, j, n, shares, owner, size(owner.teams) AS m
  WITH u, account, date, i, j, owner, CASE WHEN u.amount IS NULL THEN null
    WHEN u.basis = 'billed' AND (n > 1 OR m > 1) THEN 'mixed' ELSE u.basis END AS kind, CASE WHEN m = 1 THEN shares
    ELSE [a IN shares | (a - (a % m + m) % m) / m + CASE WHEN j < (a % m + m) % m THEN 1 ELSE 0 END] END AS shares
  WITH CASE WHEN i < 0 THEN 'total' ELSE 'row' END AS part, shares,
    CASE u.amount WHEN 'cost' THEN kind END AS paid, CASE u.amount WHEN 'estimate' THEN kind END AS estimated,
    CASE u.amount WHEN 'included' THEN kind END AS included,
    CASE WHEN i < 0 THEN [] ELSE [d IN $by | CASE d
      WHEN 'identity' THEN owner.identity
      WHEN 'team' THEN coalesce(owner.teams[j], u.tagged_team)
      WHEN 'department' THEN owner.department
      // An empty text: the property was not known then.
      WHEN 'cost_center' THEN CASE WHEN owner.cost_center <> '' THEN owner.cost_center ELSE u.tagged_cost_center END
      WHEN 'account' THEN account
      WHEN 'credential' THEN u.principal
      WHEN 'application' THEN u.application
      WHEN 'workspace' THEN u.workspace
      WHEN 'model' THEN u.resource
      WHEN 'provider' THEN u.resource
      WHEN 'day' THEN toString(date)
      WHEN 'week' THEN toString(date.weekYear) + '-W' + right('0' + toString(date.week), 2)
      WHEN 'month' THEN left(toString(date), 7)
    END] END AS raw
  WITH part, raw, min(paid) AS paid0, max(paid) AS paid1, min(estimated) AS estimated0, max(estimated) AS estimated1,
    min(included) AS included0, max(included) AS included1, sum(shares[0]) AS s0, sum(shares[1]) AS s1,
    sum(shares[2]) AS s2, sum(shares[3]) AS s3, sum(shares[4]) AS s4, sum(shares[5]) AS s5, sum(shares[6]) AS s6,
    sum(shares[7]) AS s7, sum(shares[8]) AS s8, sum(shares[9]) AS s9, sum(shares[10]) AS s10
  // Numbers become ids last, when few rows are left.
  CALL (raw) {
    UNWIND range(0, size(raw) - 1) AS i
    OPTIONAL MATCH (e:Entity {n: raw[i]})
    WITH i, raw[i] AS one, $by[i] AS d, e, last([k IN range(0, coalesce(size(e.provider_since), 0) - 1)
      WHERE e.provider_since[k] <= $at | e.provider_was[k]]) AS provider
    ORDER BY i
    RETURN collect(CASE
      WHEN one IS NULL OR one = '' THEN '~unattributed'
      WHEN e IS NULL THEN one
      WHEN d = 'cost_center' THEN coalesce(e.name, '~unattributed')
      WHEN d = 'provider' AND e:Model THEN
        CASE WHEN provider <> '' THEN provider ELSE split(substring(e.id, size('Model:')), '/')[0] END
      WHEN d = 'identity' OR d = 'team' OR d = 'account' AND e:Account OR d = 'credential' AND e:Credential
        OR d = 'application' AND e:Application OR d = 'workspace' AND e:Group OR d = 'model' AND e:Model THEN e.id
      ELSE '~unattributed'
    END) AS key
  }
  WITH part, key, sum(s0) AS cost_nano, sum(s1) AS estimate_nano, sum(s2) AS included_nano, sum(s3) AS requests,
    [[min(paid0), max(paid1)], [min(estimated0), max(estimated1)], [min(included0), max(included1)]] AS bases,
    {uncached_input: sum(s4), cache_read: sum(s5), cache_write_5m: sum(s6), cache_write_1h: sum(s7),
      cache_write: sum(s8), output: sum(s9), reasoning: sum(s10)} AS tokens
  RETURN part, key, cost_nano, estimate_nano, included_nano, requests,
    coalesce(head([b IN bases WHERE b[0] IS NOT NULL | CASE WHEN b[0] = b[1] THEN b[0] ELSE 'mixed' END]), 'unpriced')
      AS basis, tokens

  UNION ALL

  // Seats, taxes, credits: day by day, so that a second source's charge for the same days is not added. The first k of
  // the n days of an amount hold the floor of amount * k / n; q and r keep the product within 64 bits.
  MATCH (c:Charge)
  WHERE c.category <> 'usage' AND c.first_day <= $last_day AND $first_day <= c.last_day AND c.born <= g AND g < c.died
  UNWIND range(CASE WHEN c.first_day < $first_day THEN $first_day ELSE c.first_day END,
    CASE WHEN c.last_day > $last_day THEN $last_day ELSE c.last_day END) AS day
  WITH preferred, c.application AS application, c.category AS category, day, collect(c) AS told,
    collect(DISTINCT c.source) AS sources
  WITH *, coalesce(head([p IN preferred WHERE p IN sources]),
    reduce(least = head(sources), s IN sources | CASE WHEN s < least THEN s ELSE least END)) AS counted
  UNWIND told AS c
  WITH category, c, day
  WHERE c.source = counted AND c.currency = $currency
  WITH category, c.cost_nano AS amount, c.last_day - c.first_day + 1 AS n, day - c.first_day AS k
  WITH category, n, k, amount, (amount % n + n) % n AS r
  WITH category, sum((amount - r) / n + r * (k + 1) / n - r * k / n) AS cost_nano
  RETURN 'bucket' AS part, [category] AS key, cost_nano, 0 AS estimate_nano, 0 AS included_nano, null AS requests,
    null AS basis, null AS tokens

  UNION ALL

  // Variance: what usage charges of a period say beyond the usage seen in all of it. Periods that share a day are one.
  MATCH (c:Charge {category: 'usage'})
  WHERE c.born <= g AND g < c.died
  UNWIND range(c.first_day, c.last_day) AS day
  WITH g, preferred, c.application AS application, day, collect(c) AS told, collect(DISTINCT c.source) AS sources
  WITH *, coalesce(head([p IN preferred WHERE p IN sources]),
    reduce(least = head(sources), s IN sources | CASE WHEN s < least THEN s ELSE least END)) AS counted
  UNWIND told AS c
  WITH g, preferred, application, c, day
  WHERE c.source = counted AND c.currency = $currency
  ORDER BY day
  WITH g, preferred, application, c, collect(day) AS days
  WITH *, reduce(runs = [], d IN days | CASE WHEN last(runs)[1] = d - 1 THEN runs[..-1] + [[last(runs)[0], d]]
    ELSE runs + [[d, d]] END) AS runs, c.last_day - c.first_day + 1 AS n
  UNWIND runs AS run
  WITH g, preferred, application, c.cost_nano AS amount, n, run, run[0] - c.first_day AS k, run[1] - run[0] + 1 AS more
  WITH *, (amount % n + n) % n AS r
  WITH g, preferred, application, run, (amount - r) / n * more + r * (k + more) / n - r * k / n AS charged
  ORDER BY run
  WITH g, preferred, application, collect({first: run[0], last: run[1], charged: charged}) AS pieces
  UNWIND reduce(periods = [], p IN pieces | CASE WHEN p.first <= last(periods).last
    THEN periods[..-1] + [{first: last(periods).first, charged: last(periods).charged + p.charged,
      last: CASE WHEN p.last > last(periods).last THEN p.last ELSE last(periods).last END}]
    ELSE periods + [p] END) AS period
  WITH g, preferred, application, period
  WHERE period.first <= $last_day AND $first_day <= period.last
  CALL (g, application, period) {
    MATCH (u:Usage)
    WHERE u.application = application AND period.first <= u.day <= period.last AND u.born <= g AND g < u.died
      AND u.amount = 'cost' AND u.currency = $currency
    RETURN coalesce(sum(u.cost_nano), 0) AS used
  }
  WITH period.charged - used AS amount, period.last - period.first + 1 AS n,
    CASE WHEN period.first < $first_day THEN $first_day - period.first ELSE 0 END AS low,
    CASE WHEN period.last > $last_day THEN $last_day ELSE period.last END - period.first + 1 AS high
  WITH *, (amount % n + n) % n AS r
  WITH sum((amount - r) / n * (high - low) + r * high / n - r * low / n) AS cost_nano, count(*) AS lines
  WHERE lines > 0
  RETURN 'bucket' AS part, ['variance'] AS key, cost_nano, 0 AS estimate_nano, 0 AS included_nano, null AS requests,
    null AS basis, null AS tokens
}
RETURN part, key, cost_nano, estimate_nano, included_nano, requests, basis, tokens
ORDER BY part, cost_nano DESC, estimate_nano DESC, included_nano DESC, key;
