using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Tests.Functions;

/// <summary>What a function declares of blanks is what it does.</summary>
public sealed class BlankRuleTests
{
    private static readonly Dictionary<FormulaTypeKind, string> BlankFields = new()
    {
        [FormulaTypeKind.Number] = "[空数字]", [FormulaTypeKind.Text] = "[空文本]", [FormulaTypeKind.Date] = "[空日期]",
        [FormulaTypeKind.DateTime] = "[空日期]", [FormulaTypeKind.Boolean] = "[空真假]",
    };

    public static TheoryData<string> Propagating => Names(BlankRule.Propagates);

    public static TheoryData<string> Zero => Names(BlankRule.Zero);

    [Theory]
    [MemberData(nameof(Propagating))]
    public void Function_ThatPropagates_GivesBlankForABlankFirstArgumentWithoutFailing(string name)
    {
        foreach (var signature in FunctionCatalog.Find(name)!.Signatures.Where(signature => BlankFields.ContainsKey(signature.Leading[0].Type.Kind)))
        {
            var failures = 0;
            var context = new EvaluationContext(Sample.Context.Now) { Report = _ => failures++ };
            Assert.Null(Compile(name, signature, BlankFields).Evaluate(Sample.Record, context));
            Assert.Equal(0, failures);
        }
    }

    [Theory]
    [MemberData(nameof(Zero))]
    public void Function_ThatTakesBlankAsZero_GivesTheSameForBoth(string name)
    {
        var zeros = new Dictionary<FormulaTypeKind, string>(BlankFields) { [FormulaTypeKind.Number] = "0" };
        foreach (var signature in FunctionCatalog.Find(name)!.Signatures)
        {
            var blank = Compile(name, signature, BlankFields).Evaluate(Sample.Record, Sample.Context);
            Assert.Equal(Compile(name, signature, zeros).Evaluate(Sample.Record, Sample.Context), blank);
        }
    }

    private static CompiledFormula Compile(string name, FunctionSignature signature, Dictionary<FormulaTypeKind, string> first)
    {
        var arguments = signature.Leading.Where(parameter => !parameter.IsOptional).Concat(signature.Repeated)
            .Select((parameter, index) => Write(parameter, index == 0 ? first : null));
        var formula = Sample.Compile($"{name}({string.Join(", ", arguments)})");
        Assert.False(formula.HasErrors, string.Join('\n', (IEnumerable<FormulaDiagnostic>)formula.Diagnostics));
        return formula;
    }

    private static string Write(Parameter parameter, Dictionary<FormulaTypeKind, string>? special)
        => special?.GetValueOrDefault(parameter.Type.Kind) ?? (parameter.Name.English, parameter.Type.Kind) switch
        {
            ("unit", _) => "\"Y\"",
            (_, FormulaTypeKind.Number or FormulaTypeKind.Variable) => "1",
            (_, FormulaTypeKind.Date) => "#2024-01-31#",
            (_, FormulaTypeKind.List) => "{1, 2}",
            _ => "\"a\"",
        };

    private static TheoryData<string> Names(BlankRule rule)
        => new(FunctionCatalog.All.Where(function => function.Blanks == rule && !function.IsVolatile).Select(function => function.Name));
}
