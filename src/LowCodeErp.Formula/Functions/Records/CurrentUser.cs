using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class CurrentUser : PrimitiveFunction
{
    public override string Name => "CURRENTUSER";

    public override IReadOnlyList<string> Aliases => ["当前用户"];

    public override LocalizedText Help => new(
        "当前登录的成员。",
        "The member who is signed in.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISBLANK(CURRENTUSER())", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> reference"];

    protected override string Primitive => nameof(FormulaPrimitives.CurrentUser);
}
