using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class UserRoles : PrimitiveFunction
{
    public override string Name => "USERROLE";

    public override IReadOnlyList<string> Aliases => ["当前角色"];

    public override LocalizedText Help => new(
        "当前用户的角色列表。",
        "The roles of the current user.");

    public override IReadOnlyList<FunctionExample> Examples => [new("CONTAINS(USERROLE(), \"admin\")", "FALSE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> list<text>"];

    protected override string Primitive => nameof(FormulaPrimitives.UserRoles);
}
