using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Formulas.Differential;
using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>What each function says about the databases that can do it is true, for every way to call it.</summary>
public sealed class AbilityTableTests
{
    private static readonly FormModel _form = ProbeSample.Workspace.FindForm("probe")!;
    private static readonly IFormulaSchema _schema = new FormSchemas(ProbeSample.Workspace).Of(_form);

    private static readonly Dictionary<FormulaTypeKind, string> _values = new()
    {
        [FormulaTypeKind.Number] = "[n]",
        [FormulaTypeKind.Text] = "[t]",
        [FormulaTypeKind.Boolean] = "[b]",
        [FormulaTypeKind.Date] = "[d]",
        [FormulaTypeKind.DateTime] = "[m]",
        [FormulaTypeKind.Time] = "TIME([n], 30, 0)",
        [FormulaTypeKind.Reference] = "[r]",
        [FormulaTypeKind.Variable] = "[n]",
        [FormulaTypeKind.Rows] = "[lines]",
    };

    public static TheoryData<string> Functions => [.. FunctionCatalog.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_ForADatabaseThatItClaims_BecomesSqlAndForAnyOtherIsRefused(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        foreach (var call in function.Signatures.Select(signature => Call(function, signature)))
        {
            AssertTold(function, call, SqlProviders.Sqlite, DatabaseProvider.Sqlite);
            AssertTold(function, call, SqlProviders.PostgreSql, DatabaseProvider.PostgreSql);
            AssertTold(function, call, SqlProviders.SqlServer, DatabaseProvider.SqlServer);
        }
    }

    private static void AssertTold(FormulaFunction function, string call, SqlProviders ability, DatabaseProvider provider)
    {
        var formula = FormulaCompiler.Compile(call, _schema, new(FormulaContext.Set, ability));
        if (function.Sql.HasFlag(ability))
        {
            Assert.False(formula.HasErrors, $"{call}: {string.Join("; ", formula.Diagnostics.Select(diagnostic => diagnostic.Message.English))}");
            Assert.NotEmpty(FormulaStatement.OfForm(provider, ProbeSample.Workspace, _form, formula, new(SampleDatabase.Now)).Text);
        }
        else
        {
            Assert.Contains(formula.Diagnostics, diagnostic =>
                diagnostic.Code == "formula.not-in-sets" && diagnostic.Message.Chinese.StartsWith(function.Name + " ", StringComparison.Ordinal));
        }
    }

    /// <summary>With all of its arguments, and one of those that repeat.</summary>
    private static string Call(FormulaFunction function, FunctionSignature signature)
    {
        var call = $"{function.Name}({string.Join(", ", signature.Leading.Concat(signature.Repeated).Select(parameter => Argument(parameter, signature)))})";
        return signature.ResultType.Kind is FormulaTypeKind.List or FormulaTypeKind.Rows ? $"COUNT({call})" : call;
    }

    private static string Argument(Parameter parameter, FunctionSignature signature) => (parameter.Name.English, parameter.Type.Kind) switch
    {
        ("unit", _) => "\"M\"",
        ("pattern", _) => "\"a+\"",
        ("position", FormulaTypeKind.Number) when signature.Leading.Any(other => other.Type.Kind == FormulaTypeKind.List) => "2",
        (_, FormulaTypeKind.List) => $"{{{_values[parameter.Type.Element!.Kind]}}}",
        _ when parameter.Shape == ParameterShape.Each => parameter.Type.Kind == FormulaTypeKind.Boolean ? "[n] > 1" : _values[parameter.Type.Kind],
        _ => _values[parameter.Type.Kind],
    };
}
