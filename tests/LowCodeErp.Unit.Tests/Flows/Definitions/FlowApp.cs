using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Specifications.Apps;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Flows.Definitions;

/// <summary>Purchase requests with flows, compiled by the product's own compiler.</summary>
internal static class FlowApp
{
    private static readonly ExtensionCatalog<IFieldType> Fields = new(Make<IFieldType>());

    public static ExtensionCatalog<IFlowNode> Nodes { get; } = new(Make<IFlowNode>());

    public static WorkspaceCompiler Compiler { get; } = new(Fields, new([]), Nodes);

    public static AppPackage Package => App.With(
        Form("request").Field("title", "text").Field("amount", "number").Field("days", "number").Field("buyer", "member").Field("department", "department")
            .Field("status", "choice", new { options = new[] { new { key = "new", label = new Dictionary<string, string> { ["zh-CN"] = "新建" } }, new { key = "approved", label = new Dictionary<string, string> { ["zh-CN"] = "已批准" } } } })
            .Field("urgent", "yes-no").Field("supplier", "reference", new { form = "supplier" })
            .Lines("line", line => line.Field("item", "text").Field("price", "number"), "sub-table"),
        Form("supplier").Field("name", "text").Field("owner", "member").Field("credit", "number"))
        .WithRoles("""{"key": "director", "label": {"zh-CN": "总监"}, "grants": [{"form": "request", "operations": ["view"]}]}""");

    /// <param name="blocks">The members of <c>blocks</c>.</param>
    /// <param name="sequence">The trunk, with commas.</param>
    /// <param name="more">Further members of the flow, each with a comma behind it.</param>
    public static string Flow(string blocks, string sequence, string more = "", string key = "buying") => $$$$"""
        {
          "key": "{{{{key}}}}", "label": {"zh-CN": "采购审批"}, "form": "request", {{{{more}}}}
          "sequence": [{{{{string.Join(", ", sequence.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(block => $"\"{block}\""))}}}}],
          "blocks": { {{{{blocks}}}} }
        }
        """;

    public const string Approval = """{"type": "approval", "label": {"zh-CN": "总监审批"}, "settings": {"assignees": [{"kind": "role", "roles": ["director"]}]}}""";

    public static CompilationResult Compile(params string[] flows) => Compiler.Compile(1, [Package.WithFlows(flows)]);

    public static FlowModel Model(string flow)
    {
        var result = Compile(flow);
        return result.Workspace?.FindFlow("buying") ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>Codes without their common beginning, each with its place in the definition: <c>block-unknown sequence[1]</c>.</summary>
    public static IReadOnlyList<string> Findings(params string[] flows)
        => [.. Compile(flows).Diagnostics.Select(Tell)];

    public static string Tell(Diagnostic diagnostic)
        => diagnostic.Code.Replace("metadata.flow.", "", StringComparison.Ordinal) + diagnostic.Path[(diagnostic.Path + " ").IndexOf(' ', StringComparison.Ordinal)..].Split('@')[0];

    private static IEnumerable<T> Make<T>() where T : IExtension
        => ExtensionScanner.Find<T>(typeof(TextField).Assembly).Select(type => (T)Activator.CreateInstance(type)!);
}
