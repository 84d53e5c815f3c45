using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>A function that claims to run on a server finds there what its calls need.</summary>
public sealed class FunctionAbilityTests
{
    private static readonly FormulaSchema _noFields = new("none", 1, []);

    /// <summary>What the translation writes in SQL Server's own words: it has no functions with any number of arguments.</summary>
    private static readonly string[] _ownWords = [nameof(FormulaPrimitives.TextJoin), nameof(FormulaPrimitives.ConcatenateAll), nameof(FormulaPrimitives.ToUtc)];

    public static TheoryData<string> Functions => [.. FunctionCatalog.All.Select(function => function.Name)];

    [Fact]
    public void ScalarPrimitives_OfFormulas_HaveOneSignatureEach()
        => Assert.Equal(ScalarPrimitives.All.Select(method => method.Name).Distinct(), ScalarPrimitives.All.Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Function_OnTheServersItClaims_FindsItsPrimitives(string name)
    {
        var function = FunctionCatalog.Find(name)!;
        var needed = function.Examples.SelectMany(example => PrimitivesOf(example.Formula)).Distinct().ToArray();

        Assert.Empty(MissingOn(SqlProviders.PostgreSql, DatabaseProvider.PostgreSql, "FUNCTION ", needed, function));
        Assert.Empty(MissingOn(SqlProviders.SqlServer, DatabaseProvider.SqlServer, "FUNCTION dbo.", needed.Except(_ownWords), function));
    }

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, "FUNCTION ")]
    [InlineData(DatabaseProvider.SqlServer, "FUNCTION dbo.")]
    public void Operators_OnEveryServer_FindTheirPrimitives(DatabaseProvider provider, string creation)
    {
        string[] needed =
        [
            nameof(FormulaPrimitives.AddCanonical), nameof(FormulaPrimitives.SubtractCanonical), nameof(FormulaPrimitives.MultiplyCanonical),
            nameof(FormulaPrimitives.Divide), nameof(FormulaPrimitives.Mod), nameof(FormulaPrimitives.Concatenate), nameof(FormulaPrimitives.AddDays),
            nameof(FormulaPrimitives.AddDaysToTime), nameof(FormulaPrimitives.DaysBetween), nameof(FormulaPrimitives.DaysBetweenTimes),
            nameof(FormulaPrimitives.NumberText), nameof(FormulaPrimitives.DateText), nameof(FormulaPrimitives.DateTimeText), nameof(FormulaPrimitives.TimeText),
            nameof(FormulaPrimitives.DateSerial), nameof(FormulaPrimitives.DateTimeSerial), nameof(FormulaPrimitives.StartOfDay), nameof(FormulaPrimitives.LocalDay),
        ];

        Assert.All(needed, primitive => Assert.True(Creates(provider, creation, primitive), primitive));
    }

    private static IEnumerable<string> MissingOn(
        SqlProviders ability, DatabaseProvider provider, string creation, IEnumerable<string> needed, FormulaFunction function)
        => function.Sql.HasFlag(ability) ? needed.Where(primitive => !Creates(provider, creation, primitive)) : [];

    private static bool Creates(DatabaseProvider provider, string creation, string primitive)
        => DatabaseFunctions.ScriptOf(provider).Contains($"{creation}{ScalarPrimitives.NameOf(primitive)}(", StringComparison.Ordinal);

    private static IEnumerable<string> PrimitivesOf(string formula)
    {
        var compiled = FormulaCompiler.Compile(formula, _noFields);
        if (compiled.HasErrors)
        {
            return [];
        }

        var finder = new Finder();
        finder.Visit(compiled.ToExpression(MemoryRowAccess.Instance));
        return finder.Found;
    }

    private sealed class Finder : ExpressionVisitor
    {
        private static readonly HashSet<string> _scalar = [.. ScalarPrimitives.All.Select(method => method.Name)];

        public HashSet<string> Found { get; } = [];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(FormulaPrimitives) && _scalar.Contains(node.Method.Name))
            {
                Found.Add(node.Method.Name);
            }

            return base.VisitMethodCall(node);
        }
    }
}
