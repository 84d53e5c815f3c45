using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Forms;

/// <summary>A field as seen from a form, through references: <c>order.customer</c> of a line.</summary>
public sealed record FieldPath
{
    private FieldPath(FormModel root, IReadOnlyList<FieldModel> fields)
    {
        Root = root;
        Fields = fields;
    }

    public FormModel Root { get; }

    /// <summary>At least one; each but the last is a reference.</summary>
    public IReadOnlyList<FieldModel> Fields { get; }

    public FieldModel Field => Fields[^1];

    public ValueKind Kind => Field.Kind;

    public string Text => string.Join('.', Fields.Select(part => part.Key));

    public static FieldPath Of(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Form, [field]);
    }

    /// <summary>Null when a part is unknown, or when a part before the last is not a reference to one record.</summary>
    public static FieldPath? Find(FormModel root, string text)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(text);
        var fields = new List<FieldModel>();
        var form = root;
        foreach (var key in text.Split('.'))
        {
            if (form?.Find(key) is not { IsReadable: true } field)
            {
                return null;
            }

            fields.Add(field);
            form = field.IsList ? null : field.Target;
        }

        return new(root, fields);
    }

    public bool Equals(FieldPath? other) => other is not null && ReferenceEquals(Root, other.Root) && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => HashCode.Combine(Root, Text);

    public override string ToString() => $"{Root.Key}:{Text}";
}
