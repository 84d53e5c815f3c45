using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Access;

/// <summary>
/// A rollup is stored once for everybody, so it gives away figures of records that a member may not see. Unless its author has declared it to be
/// for everybody, only who may see all that it is made of sees it.
/// </summary>
internal static class RollupSources
{
    public static bool AreSeen(FieldRollup rollup, MemberAccess member)
        => member.IsUnlimited || (member.Of(rollup.Records).RuleOf(AccessOperation.View).IsAlways
            && rollup.Sources.All(source => member.Of(source.Form).RuleOf(source, FieldAccess.Read).IsAlways));
}
