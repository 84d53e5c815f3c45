using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Records;

public sealed class UserDepartment : PrimitiveFunction
{
    public override string Name => "USERDEPT";

    public override IReadOnlyList<string> Aliases => ["当前部门"];

    public override LocalizedText Help => new(
        "当前用户的部门。",
        "The department of the current user.");

    public override IReadOnlyList<FunctionExample> Examples => [new("ISBLANK(USERDEPT())", "TRUE")];

    public override BlankRule Blanks => BlankRule.None;

    public override bool IsVolatile => true;

    protected override IReadOnlyList<string> Forms => [" -> reference"];

    protected override string Primitive => nameof(FormulaPrimitives.UserDepartment);
}
