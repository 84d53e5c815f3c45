namespace LowCodeErp.Data.Schema;

/// <summary>What is kept of forms and fields that are to be published again.</summary>
/// <param name="Forms">By key; the latest of each.</param>
/// <param name="Fields">The latest first.</param>
internal sealed record KeptModels(IReadOnlyDictionary<string, KeptForm> Forms, IReadOnlyList<KeptField> Fields)
{
    public static KeptModels None { get; } = new(new Dictionary<string, KeptForm>(), []);

    /// <summary>What is kept of a field in the form's table; the latest first.</summary>
    public IEnumerable<KeptField> Of(FormPair form, string field)
        => Fields.Where(kept => kept.Row.Form == form.New.Key && kept.Row.Field == field && kept.Row.TableName == form.TableBefore);
}
