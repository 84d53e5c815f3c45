using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Forms;

public sealed record FieldDefinition
{
    /// <summary>Key of the field type whose value is lines; the only one that the engine treats apart.</summary>
    public const string SubTable = "sub-table";

    /// <summary>Names the column too; permanent.</summary>
    public required string Key { get; init; }

    /// <summary>Key of a field type: <c>number</c>.</summary>
    public required string Type { get; init; }

    public required LocalizedText Label { get; init; }

    /// <summary>A sentence below the field that helps whoever fills it in.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>What stands in the empty box, such as an example; only types whose value is typed show it.</summary>
    public LocalizedText? Placeholder { get; init; }

    public bool Required { get; init; }

    /// <summary>No two records may have the same value; blanks do not count.</summary>
    public bool Unique { get; init; }

    /// <summary>
    /// The database keeps the value encrypted: it can be found by its exact value, and be unique, but nothing computes, sorts or groups by it.
    /// Types of one text can be so.
    /// </summary>
    public bool Sensitive { get; init; }

    /// <summary>The value of a new record, as the field type reads it from JSON.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>
    /// What a new record holds where nobody has entered anything: <c>TODAY() + 7</c>, <c>[price] * 2</c>. It follows the fields that it
    /// reads until somebody enters a value, or the record is saved. Those are fields that people fill in, of a line also those of its record, and
    /// stored fields of the records to which they refer: <c>[customer.discount]</c>.
    /// </summary>
    public string? DefaultFormula { get; init; }

    /// <summary>
    /// A field of the record that a reference leads to: <c>customer.payment-term</c>. Choosing another record fills it in, whatever was
    /// there; it can be changed afterwards. A call or a file that names the field itself has its way.
    /// </summary>
    public string? FillFrom { get; init; }

    /// <summary>
    /// What the field's value is computed from: <c>[price] * [quantity]</c> when a record is saved, what depends on today or on
    /// other records (<c>[customer.name]</c>) whenever it is read. Nobody enters it then; the result
    /// is read like any other input of the field's type, so a number is rounded to its decimals.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>
    /// When the field is shown: <c>[kind] = "company"</c>. A hidden field is neither required nor checked. Blank, or failing to
    /// compute, is hidden. As in all three conditions, those of a line may read the record: <c>[order.kind]</c>.
    /// </summary>
    public string? VisibleWhen { get; init; }

    /// <summary>When the field must be filled in, in addition to <see cref="Required"/>, while it is shown.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>When nobody may change the field's value. Asked of the record as it would be saved; OLD([status]) reads it as it is stored.</summary>
    public string? ReadOnlyWhen { get; init; }

    /// <summary>
    /// Options that are offered only where their condition holds; one that is named several times, where any of these does. Those that are
    /// named nowhere always are.
    /// </summary>
    public IReadOnlyList<OptionsWhenDefinition> OptionsWhen { get; init; } = [];

    /// <summary>
    /// Which records a reference may lead to, as a condition in which the field stands for the chosen one:
    /// <c>[contact.customer] = [customer]</c>. The picker shows only those, and no other is saved.
    /// </summary>
    public string? LimitedTo { get; init; }

    public HiddenValue WhenHidden { get; init; }

    /// <summary>Conditions on the field's value; a blank value is not asked, as <see cref="Required"/> says whether it may be blank.</summary>
    public IReadOnlyList<ValidationDefinition> Validations { get; init; } = [];

    /// <summary>The settings record of the field type.</summary>
    public JsonElement? Settings { get; init; }
}
