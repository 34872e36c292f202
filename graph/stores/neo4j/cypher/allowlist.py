"""Allowlists of read-only Cypher: beginnings of statements, words before `(`, functions, operators of plans.

What a newer server adds is refused until it is listed here; a test compares the lists with the functions of the servers.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEGINNINGS = _words("MATCH OPTIONAL WITH UNWIND RETURN CALL LET FOR FILTER WHEN ( {")

# Words of the language after which a parenthesis opens no call. Those that write are here too: what a statement with
# them would do, the plan tells better.
BEFORE_PARENTHESIS = _words(
    """
    MATCH OPTIONAL WHERE AND OR XOR NOT IN WITH RETURN UNWIND CALL ON BY THEN ELSE WHEN CASE DISTINCT ALL ANY NONE SINGLE
    EXISTS COUNT COLLECT REDUCE ALLREDUCE SHORTESTPATH ALLSHORTESTPATHS SHORTEST PATH PATHS GROUP GROUPS WALK TRAIL ACYCLIC
    SIMPLE ELEMENT ELEMENTS RELATIONSHIP RELATIONSHIPS LIMIT SKIP OFFSET CONTAINS UNION FILTER LET FOR NEXT YIELD ASSERT
    CREATE MERGE INSERT DELETE DETACH NODETACH SET REMOVE FOREACH
    """
)

FUNCTIONS = _words(
    """
    abs acos all allreduce any asin atan atan2 avg btrim cardinality ceil ceiling char_length character_length coalesce
    collect collect_list cos cosh cot coth count degrees duration_between e elementid endnode exists exp floor format
    haversin head id isempty isnan keys labels last left length ln local_datetime local_time log log10 lower ltrim max min
    nodes none normalize nullif path_length percentile_cont percentile_disc percentilecont percentiledisc pi point
    properties property_exists radians rand randomuuid range reduce relationships replace reverse right round rtrim sign
    sin single sinh size split sqrt startnode stdev stdev_pop stdev_samp stdevp substring sum tail tan tanh timestamp
    toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger tointegerlist tointegerornull
    tolower tostring tostringlist tostringornull toupper trim type upper uuid valuetype vector vector_dimension_count
    vector_distance vector_norm zoned_datetime zoned_time

    date date.realtime date.statement date.transaction date.truncate
    datetime datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction
    datetime.truncate
    localdatetime localdatetime.realtime localdatetime.statement localdatetime.transaction localdatetime.truncate
    localtime localtime.realtime localtime.statement localtime.transaction localtime.truncate
    time time.realtime time.statement time.transaction time.truncate
    duration duration.between duration.indays duration.inmonths duration.inseconds
    point.distance point.withinbbox
    coll.distinct coll.flatten coll.indexof coll.insert coll.max coll.min coll.remove coll.sort
    string.indexof string.join string.regexreplace
    uuid.leastsignificantbits uuid.mostsignificantbits
    vector.similarity.cosine vector.similarity.euclidean
    """
)

# As plans name them, blanks left out: the operators that write nothing, lock nothing, call nothing and read nothing but this
# graph, those of the parallel runtime included.
OPERATORS = _words(
    """
    ProduceResults Projection Argument Apply Filter Distinct OrderedDistinct Limit Skip Sort PartialSort Top PartialTop
    Eager EagerAggregation OrderedAggregation Union OrderedUnion PreserveOrder Top1WithTies Unwind PartitionedUnwind Optional EmptyRow
    EmptyResult CacheProperties ProjectEndpoints NullifyMetadata

    CartesianProduct NodeHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin ValueHashJoin ValueMergeJoin
    SemiApply AntiSemiApply Anti LetSemiApply LetAntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply
    LetSelectOrSemiApply LetSelectOrAntiSemiApply RollUpApply
    TriadicBuild TriadicFilter TriadicSelection

    AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan
    NodeByIdSeek NodeByElementIdSeek NodeIndexSeek NodeIndexSeekByRange NodeIndexScan NodeIndexContainsScan
    NodeIndexEndsWithScan NodeUniqueIndexSeek NodeUniqueIndexSeekByRange MultiNodeIndexSeek NodeCountFromCountStore
    RelationshipCountFromCountStore DynamicLabelNodeLookup DynamicDirectedRelationshipTypeLookup
    DynamicUndirectedRelationshipTypeLookup

    DirectedAllRelationshipsScan UndirectedAllRelationshipsScan DirectedRelationshipTypeScan UndirectedRelationshipTypeScan
    DirectedUnionRelationshipTypesScan UndirectedUnionRelationshipTypesScan
    DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek
    DirectedRelationshipByElementIdSeek UndirectedRelationshipByElementIdSeek
    DirectedRelationshipIndexScan UndirectedRelationshipIndexScan
    DirectedRelationshipIndexSeek UndirectedRelationshipIndexSeek
    DirectedRelationshipIndexSeekByRange UndirectedRelationshipIndexSeekByRange
    DirectedRelationshipIndexContainsScan UndirectedRelationshipIndexContainsScan
    DirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexEndsWithScan
    DirectedRelationshipUniqueIndexSeek UndirectedRelationshipUniqueIndexSeek

    PartitionedAllNodesScan PartitionedNodeByLabelScan PartitionedUnionNodeByLabelsScan
    PartitionedIntersectionNodeByLabelsScan PartitionedSubtractionNodeByLabelsScan
    PartitionedNodeIndexScan PartitionedNodeIndexSeek PartitionedNodeIndexSeekByRange
    PartitionedDirectedAllRelationshipsScan PartitionedUndirectedAllRelationshipsScan
    PartitionedDirectedRelationshipTypeScan PartitionedDirectedRelationshipTypesScan
    PartitionedUndirectedRelationshipTypeScan
    PartitionedDirectedUnionRelationshipTypesScan PartitionedUndirectedUnionRelationshipTypesScan
    PartitionedDirectedRelationshipIndexScan PartitionedUndirectedRelationshipIndexScan
    PartitionedDirectedRelationshipIndexSeek PartitionedUndirectedRelationshipIndexSeek
    PartitionedDirectedRelationshipIndexSeekByRange PartitionedUndirectedRelationshipIndexSeekByRange

    Expand(All) Expand(Into) OptionalExpand(All) OptionalExpand(Into)
    VarLengthExpand(All) VarLengthExpand(Into) VarLengthExpand(Pruning) VarLengthExpand(Pruning,BFS)
    VarLengthExpand(Pruning,BFS,All) VarLengthExpand(Pruning,BFS,Into)
    ShortestPath StatefulShortestPath(All) StatefulShortestPath(All,Trail) StatefulShortestPath(All,Walk)
    StatefulShortestPath(All,Acyclic) StatefulShortestPath(Into) StatefulShortestPath(Into,Trail)
    StatefulShortestPath(Into,Walk) StatefulShortestPath(Into,Acyclic)
    Repeat(Trail) Repeat(Walk) Repeat(All,Trail) Repeat(All,Walk) Repeat(All,Acyclic) Repeat(Into,Trail) Repeat(Into,Walk)
    Repeat(Into,Acyclic) BidirectionalRepeat(Trail)
    """
)
