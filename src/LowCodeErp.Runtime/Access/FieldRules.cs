using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Access;

/// <summary>What a grant says of a field.</summary>
internal static class FieldRules
{
    /// <summary>
    /// While what is less than asked for is given. A field that is computed from others gives away no more than they do, and nothing of those that are
    /// masked, since nobody knows what is left of them in it; unless the grant names it itself: then its author has decided.
    /// </summary>
    public static AccessRule Withheld(GrantModel grant, FieldModel field, FieldAccess least)
    {
        var named = Named(grant, field);
        return named.Count > 0
            ? Below(named, least)
            : AccessRule.AnyOf(SourcesOf(field, []).Select(source => Below(Named(grant, source), least < FieldAccess.Read ? FieldAccess.Read : least)));
    }

    /// <summary>Whether there may be a record of which the grant gives no more of the field than a mask.</summary>
    public static bool Masks(GrantModel grant, FieldModel field) => Named(grant, field).Exists(entry => entry.Access == FieldAccess.Masked);

    /// <summary>The rollups that a field is, or is computed from.</summary>
    public static IEnumerable<FieldRollup> RollupsBehind(FieldModel field)
        => SourcesOf(field, []).Prepend(field).Select(source => source.Rollup).OfType<FieldRollup>();

    private static List<FieldGrantModel> Named(GrantModel grant, FieldModel field)
        => [.. grant.Fields.Where(entry => IsSame(entry.Field, field) || (field.Form.Parent is { } subTable && IsSame(entry.Field, subTable)))];

    /// <summary>By their keys: a form may have been published anew, so that the same field has two models.</summary>
    private static bool IsSame(FieldModel one, FieldModel other) => one.Key == other.Key && one.Form.Key == other.Form.Key;

    private static AccessRule Below(IEnumerable<FieldGrantModel> entries, FieldAccess least)
        => AccessRule.AnyOf(entries.Where(entry => entry.Access < least)
            .Select(entry => entry.When is { } when ? AccessRule.Of(new AccessTerm.Holds(when)) : AccessRule.Always));

    private static IEnumerable<FieldModel> SourcesOf(FieldModel field, HashSet<FieldModel> seen)
    {
        foreach (var source in (field.Formula?.Sources ?? field.UniqueKey?.Reads ?? []).Where(seen.Add))
        {
            yield return source.Whole ?? source;
            foreach (var further in SourcesOf(source, seen))
            {
                yield return further;
            }
        }
    }
}
