using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Importing;

/// <summary>What a person has chosen for one field of the form.</summary>
public sealed class FieldChoice(FieldModel field)
{
    public FieldModel Field { get; } = field;

    /// <summary>The name of the column that goes into the field; null for none.</summary>
    public string? Column { get; internal set; }

    /// <summary>Whether the column was found by a similar name, not by the very name, so that a person should look.</summary>
    public bool IsGuess { get; internal set; }

    /// <summary>The field of the target that a reference is looked up by; null: its code, then its title.</summary>
    public FieldModel? MatchField { get; set; }

    /// <summary>Creates the records that a reference does not find.</summary>
    public bool CreatesMissing { get; set; }

    /// <summary>Takes numbers for days as Excel counts them.</summary>
    public bool ReadsSerialDates { get; set; }

    public bool IsDate => Field.Kind is ValueKind.Date or ValueKind.DateTime;

    public bool IsMapped => Column is not null;

    /// <summary>Whether a new record needs a value of it from the file. Parts may come from one column or from several; the check tells.</summary>
    public bool IsRequired => Field.IsAlwaysRequired && Field.StoredParts is [var only] && only.Whole is null && Field.Default.IsBlank && Field.Numbering is null;

    public bool CanCreateMissing => Field.Target?.Title is not null;

    /// <summary>By what the records of the target may be told apart; empty for a field that is no reference.</summary>
    public IEnumerable<FieldModel> MatchFields => Field.Target?.StoredFields.Where(candidate => candidate.IsReadable && candidate.Kind == ValueKind.Text) ?? [];
}
