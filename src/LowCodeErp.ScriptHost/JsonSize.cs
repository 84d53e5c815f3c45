using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace LowCodeErp.ScriptHost;

/// <summary>
/// Refuses values that are too deep or too large to become JSON, circles among them. It looks at plain members only: whatever a
/// getter or <c>toJSON</c> makes is bounded by steps, memory and, in the end, by the worker's life.
/// </summary>
internal sealed class JsonSize
{
    private int _values;

    private JsonSize()
    {
    }

    public static void Check(JsValue value) => new JsonSize().Visit(value, 0);

    private void Visit(JsValue value, int depth)
    {
        if (++_values > ScriptLimits.JsonValues)
        {
            throw new SizeLimitException($"A value has more than {ScriptLimits.JsonValues} members.");
        }

        if (!value.IsObject())
        {
            return;
        }

        if (depth == ScriptLimits.JsonDepth)
        {
            throw new SizeLimitException($"A value is nested more than {ScriptLimits.JsonDepth} deep, or contains itself.");
        }

        VisitMembers(value.AsObject(), depth + 1);
    }

    private void VisitMembers(ObjectInstance value, int depth)
    {
        // Holes in a list become null, each of them.
        if (value.GetProperty("length") is { Value: { } length } && value.Class == "Array" && length.AsNumber() > ScriptLimits.ListLength)
        {
            throw new SizeLimitException($"A list of {length} is longer than {ScriptLimits.ListLength}.");
        }

        foreach (var (_, member) in value.GetOwnProperties())
        {
            if (member is { Enumerable: true, Value: { } held })
            {
                Visit(held, depth);
            }
        }
    }
}
