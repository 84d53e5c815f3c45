using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Apps;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Specifications.Apps;

/// <summary>Builds apps for tests.</summary>
/// <example>
/// <code>
/// var package = App.With(Form("customer").Text("name"), Form("order").Number("total").Reference("customer", "customer"));
/// </code>
/// </example>
public static class App
{
    public static AppPackage With(params FormBuilder[] forms) => Named("test", forms);

    public static AppPackage Named(string key, params FormBuilder[] forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        return new(Source("app.json", new AppDefinition { Key = key, Label = new LocalizedText(key) }), [.. forms.Select(Source)], []);
    }

    /// <param name="roles">Each as it is written.</param>
    public static AppPackage WithRoles(this AppPackage package, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(roles);
        return package with { Roles = [.. roles.Select(ReadRole)] };
    }

    /// <param name="flows">Each as it is written.</param>
    public static AppPackage WithFlows(this AppPackage package, params string[] flows)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(flows);
        return package with { Flows = [.. flows.Select(ReadFlow)] };
    }

    /// <summary>In the author's own spelling, so that places can be told.</summary>
    private static Sourced<FlowDefinition> ReadFlow(string json)
    {
        var diagnostics = new DiagnosticBag();
        var flow = DefinitionReader.Read<FlowDefinition>(json, "flow", diagnostics) ?? throw new ArgumentException(string.Join("; ", diagnostics.Items), nameof(json));
        return new($"flows/{flow.Key}.json", flow, json);
    }

    private static Sourced<RoleDefinition> ReadRole(string json)
    {
        var diagnostics = new DiagnosticBag();
        var role = DefinitionReader.Read<RoleDefinition>(json, "role", diagnostics) ?? throw new ArgumentException(string.Join("; ", diagnostics.Items), nameof(json));
        return Source($"roles/{role.Key}.json", role);
    }

    private static Sourced<FormDefinition> Source(FormBuilder form)
    {
        var definition = form.ToDefinition();
        return Source($"forms/{definition.Key}.json", definition);
    }

    private static Sourced<T> Source<T>(string file, T definition)
        where T : class
        => new(file, definition, DefinitionWriter.Write(definition));
}
