using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Runtime.Fields;

/// <summary>What the engine has to keep for a field.</summary>
public abstract record FieldShape
{
    private FieldShape()
    {
    }

    /// <summary>A plain value in a column.</summary>
    public sealed record Column(StorageShape Storage) : FieldShape;

    /// <summary>The id of one record of another form, with a foreign key.</summary>
    public sealed record Reference(string Form) : FieldShape;

    /// <summary>The id of a member of the workspace, with a foreign key.</summary>
    public sealed record Member : FieldShape;

    /// <summary>The id of a department of the company, with a foreign key.</summary>
    public sealed record Department : FieldShape;

    /// <summary>The id of a file, only as the item of a <see cref="List"/>: the save pipeline gives it to the record, and takes it back.</summary>
    public sealed record File : FieldShape;

    /// <summary>
    /// Several values in one column: an array where the database has them, else JSON. Lists of ids have no foreign keys; the
    /// save pipeline sees to it that they lead somewhere.
    /// </summary>
    /// <param name="Item">A column of text, a reference, a member or a file.</param>
    public sealed record List(FieldShape Item) : FieldShape;

    /// <summary>
    /// Several ordinary fields with columns of their own, which are entered and shown as one. The key of each is that of the
    /// field with its own behind it: <c>period-start</c>.
    /// </summary>
    /// <param name="Fields">A required one is required where the field is.</param>
    public sealed record Parts(IReadOnlyList<FieldDefinition> Fields) : FieldShape;

    /// <summary>Nothing: the field is pressed, not filled in.</summary>
    public sealed record Action(FieldAction Does) : FieldShape;

    /// <summary>Lines in a table of their own; the form of the lines has the key <c>form-field</c>.</summary>
    public sealed record SubTable(IReadOnlyList<FieldDefinition> Fields) : FieldShape;
}
