using System.Linq.Expressions;
using System.Reflection;
using LowCodeErp.Data.Formulas.Cases;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Formulas.Functions;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>EF evaluates in .NET, without a word, what the last projection of a query has in it that is not SQL. Formulas never are.</summary>
public sealed class FormulaClientTests(FunctionDatabases databases) : IClassFixture<FunctionDatabases>
{
    public static TheoryData<string> Operations =>
        [.. typeof(FormulaSql).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void FormulaSql_CalledInDotNet_Throws(string operation)
    {
        var method = typeof(FormulaSql).GetMethod(operation)!.MakeGenericMethod(typeof(decimal?));
        object?[] arguments = [.. method.GetParameters().Select(parameter => ArgumentOf(parameter.ParameterType))];

        Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException);
    }

    [Theory]
    [EveryDatabase]
    public async Task Select_OfAFormulaOverWhatIsNoSql_FailsInsteadOfComputing(DatabaseProvider provider)
    {
        var connections = await databases.GetAsync(provider);
        await using var connection = await connections.OpenReadAsync(TestContext.Current.CancellationToken);
        await using var context = LiteralContext.On(connection, connections);
        var literal = new LiteralRow();
        var number = literal.Add(typeof(decimal?), 1m);
        Expression<Func<decimal?, decimal?>> inDotNet = value => OnlyInDotNet(value);
        var argument = Expression.Call(
            typeof(FormulaSql), nameof(FormulaSql.With), [typeof(decimal?)], Expression.Constant(null, typeof(FormulaSql.Arguments)), Expression.Invoke(inDotNet, number));
        var value = Expression.Call(typeof(FormulaSql), nameof(FormulaSql.Call), [typeof(decimal?)], Expression.Constant("lc_abs"), argument);
        var select = Expression.Lambda<Func<Row, decimal?>>(value, literal.Row);

        var failure = await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => literal.Query(context).Select(select).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Contains("was to be computed by the database", failure.Message, StringComparison.Ordinal);
    }

    private static object? ArgumentOf(Type type)
        => type == typeof(string) ? "+" : type == typeof(Formula.Binding.FieldPath) ? new Formula.Binding.FieldPath([]) : null;

    private static decimal? OnlyInDotNet(decimal? value) => value;
}
