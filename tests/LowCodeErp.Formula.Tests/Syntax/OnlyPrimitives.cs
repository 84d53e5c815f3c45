using System.Linq.Expressions;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Tests.Syntax;

/// <summary>
/// Walks an emitted tree: it may call the primitives and nothing else, whatever was written. The exceptions are the operators
/// of decimal, DateOnly and DateTime (+, &lt;, conversions), which are methods of theirs.
/// </summary>
internal sealed class OnlyPrimitives : ExpressionVisitor
{
    public static void Check(Expression tree) => new OnlyPrimitives().Visit(tree);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Assert.Equal(typeof(FormulaPrimitives), node.Method.DeclaringType);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        Assert.True(node.Method is null || node.Method.IsSpecialName, $"{node.Method} is no operator.");
        return base.VisitBinary(node);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        Assert.True(node.Method is null || node.Method.IsSpecialName, $"{node.Method} is no operator.");
        return base.VisitUnary(node);
    }

    protected override Expression VisitInvocation(InvocationExpression node)
    {
        Assert.Fail($"{node} invokes a delegate.");
        return node;
    }

    protected override Expression VisitIndex(IndexExpression node)
    {
        Assert.Fail($"{node} reads an indexer.");
        return node;
    }

    protected override Expression VisitDynamic(DynamicExpression node)
    {
        Assert.Fail($"{node} is dynamic.");
        return node;
    }

    protected override Expression VisitNew(NewExpression node)
    {
        Assert.Fail($"{node} makes an object.");
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Assert.Fail($"{node} reads a member.");
        return node;
    }
}
