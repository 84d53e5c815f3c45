using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Records;

/// <summary>Which fields a page has a place for. What stands in it the engine decides.</summary>
internal static class SeenFields
{
    /// <summary>Whether there may be a record of which the field is seen, be it masked.</summary>
    /// <param name="access">Null as long as nobody has asked.</param>
    public static bool MaySee(this FormAccess? access, FieldModel field) => access?.Shows(field) != false;

    /// <summary>Whether there may be a record of which more than a mask is seen, so that there is something to look for.</summary>
    /// <param name="access">Null as long as nobody has asked.</param>
    public static bool MayRead(this FormAccess? access, FieldModel field) => access?.RuleOf(field, FieldAccess.Read).IsNever != true;
}
