using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Tiering;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Tests.Tiering;

/// <summary>Customers, orders and lines of orders, with tier models by whole orders and by lines.</summary>
internal static class SalesApp
{
    private static readonly TierDefinition[] _tiers = [Tier("A", 85), Tier("B", 60), Tier("C", 0), Tier("D", null)];

    public static TierSourceDefinition ByOrder { get; } = new() { Form = "order", Subject = "customer", Date = "date", Amount = "amount" };

    public static TierSourceDefinition ByLine { get; } = new() { Form = "line", Subject = "order.customer", Date = "order.date", Order = "order", Amount = "amount" };

    public static TierModelDefinition Rfm(TieRule rule, TierSourceDefinition source)
        => Gross($"rfm-{Key.FromName(rule.ToString())}-{source.Form}", TierMethod.Rfm, source) with { Rfm = new() { TieRule = rule } };

    public static TierModelDefinition Abc(BoundaryRule rule, TierSourceDefinition source)
        => Gross($"abc-{Key.FromName(rule.ToString())}-{source.Form}", TierMethod.Abc, source) with { Abc = new() { BoundaryRule = rule } };

    public static WorkspaceModel Compile(params TierModelDefinition[] models) => Compile([], models);

    /// <param name="shown">More fields of customers, and the lookup <c>buyer-tier</c> of the orders shows the first of them.</param>
    public static WorkspaceModel Compile(IReadOnlyList<FieldDefinition> shown, params TierModelDefinition[] models)
    {
        var types = ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!);
        var app = new AppDefinition { Key = "sales", Label = new("销售") };
        var package = new AppPackage(Source(app), [.. Forms(shown).Select(Source)], [.. models.Select(Source)]);
        var result = new WorkspaceCompiler(new(types), new([])).Compile(1, [package]);
        return result.Workspace ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    public static FieldDefinition Tier(string key, string model, TierAspect shows)
        => Field(key, "tier", $$"""{"model":"{{model}}","shows":"{{Key.FromName(shows.ToString())}}"}""");

    private static IEnumerable<FormDefinition> Forms(IReadOnlyList<FieldDefinition> shown) => [
        Form("customer", "name", [Field("code", "text") with { Unique = true }, Field("name", "text"), .. shown]) with { Code = "code" },
        Form(
            "order", "number", [Field("number", "text"), Reference("customer"), Field("date", "date"), Field("amount", "money"), Field("returned", "money"),
            Reference("promotion"), Field("status", "choice", """{"options":[{"key":"open","label":{"zh-CN":"进行中"}},{"key":"cancelled","label":{"zh-CN":"已取消"}}]}"""),
            .. shown.Take(1).Select(field => Field("buyer-tier", "lookup", $$"""{"reference":"customer","field":"{{field.Key}}"}"""))]),
        Form("promotion", "state", Field("state", "text"), Field("value", "money")),
        Form("line", "note", Field("note", "text"), Reference("order"), Field("amount", "money"), Field("returned", "money"))];

    private static FormDefinition Form(string key, string title, params FieldDefinition[] fields) => new() { Key = key, Label = new(key), Title = title, Fields = fields };

    private static FieldDefinition Reference(string form) => Field(form, "reference", $$"""{"form":"{{form}}"}""");

    private static FieldDefinition Field(string key, string type, string? settings = null)
        => new() { Key = key, Type = type, Label = new(key), Settings = settings is null ? null : JsonElement.Parse(settings) };

    private static TierModelDefinition Gross(string key, TierMethod method, TierSourceDefinition source)
        => new() { Key = key, Label = new(key), Method = method, Form = "customer", Source = source, Basis = TierBasis.Gross, Tiers = _tiers };

    private static TierDefinition Tier(string key, decimal? fromScore) => new() { Key = key, Label = new(key), FromScore = fromScore };

    private static Sourced<T> Source<T>(T definition) => new("test.json", definition, "{}");
}
