using System.Collections.Immutable;
using LowCodeErp.BuiltIns.Fields.Text;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Access.Designing;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Studio.AccessDesigner.Edits;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Unit.Tests.Studio;

/// <summary>Roles as parts of a design: their keys, what they name, and what happens to it.</summary>
public sealed class RoleEditTests
{
    private const string Sales = """{ "key": "sales", "label": { "zh-CN": "销售" }, "grants": [{ "form": "customer", "operations": ["view"], "rows": "condition", "condition": "[size] > 1", "fields": [{ "fields": ["limit"], "access": "hidden" }] }] }""";

    private static readonly LayoutRules _rules = new(LayoutForms.Items);

    private static readonly ExtensionCatalog<IFieldType> _fields = new(
        ExtensionScanner.Find<IFieldType>(typeof(TextField).Assembly).Select(type => (IFieldType)Activator.CreateInstance(type)!));

    [Fact]
    public void Rename_OfANewRole_TakesItsKeyAlongAndOfAPublishedOneKeepsIt()
    {
        using var session = Open(Document());
        session.Do(new AddRole(new() { Key = "role-1", Label = new("未命名") }));

        Assert.Equal("cai-wu", session.RenameRole("role-1", new("财务")));
        Assert.Equal("sales", session.RenameRole("sales", new("销售部")));

        Assert.Equal(["sales", "cai-wu"], session.Document.Roles.Select(role => role.Key));
        Assert.Equal("销售部", session.Document.FindRole("sales")!.Label.Chinese);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("sales")]
    public void ProposeRole_OfAKeyThatIsTaken_GivesAnother(string name)
    {
        using var session = Open(Document());
        Assert.Equal($"{name}-2", session.ProposeRole(new(name)));
    }

    [Fact]
    public void FindUses_OfWhatRolesName_NamesTheRole()
    {
        using var session = Open(Document());
        Assert.Contains("角色“销售”", Assert.Single(session.FindUses("customer", ["limit"])).Message.Chinese, StringComparison.Ordinal);
        Assert.Contains("角色“销售”", Assert.Single(session.FindUses("customer", ["size"])).Message.Chinese, StringComparison.Ordinal);
        Assert.Empty(session.FindUses("customer", ["note"]));
        Assert.Contains("角色“销售”", Assert.Single(session.FindUses(new RemoveForm("customer", new("客户")))).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Owner_RenamedOrRemoved_IsFollowedByTheForm()
    {
        var document = Document();
        var renamed = new RenameField("customer", "owner", new("销售员"), "seller").Apply(document);
        Assert.Equal("seller", renamed.FindForm("customer")!.Owner);

        var canvas = Canvas.Of(document.FindForm("customer")!);
        var path = canvas.Paths().Single(entry => entry.Item.FieldKey == "owner").Path;
        Assert.Null(new RemoveItems("customer", [path], new("负责人"), _rules).Apply(document).FindForm("customer")!.Owner);
    }

    [Fact]
    public void Merge_OfDifferentChangesToOneGrant_HasBoth()
    {
        var original = Document();
        var mine = Change(original, grant => grant with { Operations = [AccessOperation.View, AccessOperation.Edit] });
        var other = Change(original, grant => grant with { Fields = [] }) with { BasedOn = 4 };

        var (merged, conflicts) = new DocumentMerge(_rules).Merge(original, mine, other, ImmutableHashSet<string>.Empty);

        Assert.Empty(conflicts);
        var grant = Assert.Single(merged.FindRole("sales")!.Grants);
        Assert.Equal([AccessOperation.View, AccessOperation.Edit], grant.Operations);
        Assert.Empty(grant.Fields);
    }

    [Fact]
    public void Problem_OfARole_LeadsToTheRole()
    {
        var document = Document();
        var broken = document with { Roles = [document.Roles[0] with { Grants = [new() { Form = "nothing", Operations = [AccessOperation.View] }] }] };
        var diagnostic = Assert.Single(new WorkspaceCompiler(_fields, new([])).Compile(1, [broken.ToPackage()]).Diagnostics);

        var problem = DesignProblem.Of(diagnostic, broken);

        Assert.Equal(("sales", "grants[0].form"), (problem.Role, problem.Diagnostic.Path));
    }

    private static AppDocument Change(AppDocument document, Func<GrantDefinition, GrantDefinition> change)
        => new ChangeRole("sales", "grants", new("销售"), role => role with { Grants = [change(role.Grants[0])] }).Apply(document);

    private static AppDocument Document()
    {
        var document = AppDocument.Of(App.With(Form("customer").Field("name", "text").Field("size", "number").Field("limit", "number").Field("note", "text").Field("owner", "member")).WithRoles(Sales), version: 3);
        return document.ChangeForm("customer", form => form with { Owner = "owner" });
    }

    private static DesignSession Open(AppDocument document) => new(new(1, "王芳", true), DesignScope.Whole, document, document, [], new WorkspaceCompiler(_fields, new([])), new NoPublisher());

    /// <summary>Nothing is published here.</summary>
    private sealed class NoPublisher : IPublisher
    {
        public Task<PublishResult> PublishAsync(AppPackage package, Actor actor, PublishOptions? options = null, CancellationToken cancellationToken = default)
            => throw new NotSupportedException();
    }
}
