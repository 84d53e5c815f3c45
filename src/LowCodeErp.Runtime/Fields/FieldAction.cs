namespace LowCodeErp.Runtime.Fields;

/// <summary>What pressing a field does that holds no value. Rules add to these.</summary>
public abstract record FieldAction
{
    private FieldAction()
    {
    }

    /// <summary>The key that stands for the record itself where an action reads its fields.</summary>
    public const string OwnId = "id";

    /// <summary>Keys of the fields whose values it takes in, or <see cref="OwnId"/>.</summary>
    public abstract IEnumerable<string> Reads { get; }

    /// <summary>Opens an address.</summary>
    public sealed record OpenLink(IReadOnlyList<string> Fields) : FieldAction
    {
        public override IEnumerable<string> Reads => Fields;
    }

    /// <summary>Opens the page of a new record.</summary>
    /// <param name="Fill">Keys of fields of that form, each with the field of this form (or <see cref="OwnId"/>) that fills it.</param>
    public sealed record NewRecord(string Form, IReadOnlyList<(string Into, string From)> Fill) : FieldAction
    {
        public override IEnumerable<string> Reads => Fill.Select(fill => fill.From);
    }
}
