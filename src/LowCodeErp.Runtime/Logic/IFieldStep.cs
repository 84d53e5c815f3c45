using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>What decides a value while a record is computed: a formula, or the condition under which a hidden field is cleared.</summary>
public interface IFieldStep
{
    FieldModel Field { get; }

    /// <summary>The fields that have to be decided before.</summary>
    IReadOnlyList<FieldModel> Reads { get; }

    /// <summary>Where it stands in the definition of the field.</summary>
    string Member { get; }
}
