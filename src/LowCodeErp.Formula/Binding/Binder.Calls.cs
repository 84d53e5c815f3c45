using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>Calls of functions.</summary>
public sealed partial class Binder
{
    private BoundNode BindCall(SyntaxNode.Call call, RowScope scope)
    {
        if (FunctionCatalog.Find(call.Function) is { } function)
        {
            var arguments = BindArguments(function, call, scope);
            return arguments is null ? new BoundNode.Error(call.Span) : Resolve(function, arguments, call.Span);
        }

        _diagnostics.Add(FormulaDiagnostics.UnknownFunction(call.NameSpan, call.Function, FunctionCatalog.FindSimilar(call.Function)));
        foreach (var argument in call.Arguments)
        {
            Bind(argument, scope);
        }

        return new BoundNode.Error(call.Span);
    }

    private BoundNode[]? BindArguments(FormulaFunction function, SyntaxNode.Call call, RowScope scope)
    {
        var count = call.Arguments.Count;
        var signatures = function.Signatures.Where(signature => signature.Accepts(count)).ToArray();
        if (signatures.Length == 0)
        {
            ReportCount(function, call.Span, count);
        }

        var arguments = new BoundNode[count];
        for (var index = 0; index < count; index++)
        {
            var isEach = signatures.Any(signature => signature.At(index, count).Shape == ParameterShape.Each);
            arguments[index] = isEach
                ? BindEach(function, call.Arguments[index], arguments[0], scope)
                : Bind(call.Arguments[index], scope);
        }

        return signatures.Length == 0 ? null : arguments;
    }

    private void ReportCount(FormulaFunction function, TextSpan span, int count)
        => _diagnostics.Add(FormulaDiagnostics.ArgumentCount(span, function.Name, count, SignatureDisplay.Of(function)));

    private BoundNode BindEach(FormulaFunction function, SyntaxNode body, BoundNode items, RowScope scope)
    {
        if (scope.Item is not null)
        {
            _diagnostics.Add(FormulaDiagnostics.NestedEach(body.Span, function.Name));
            return new BoundNode.Error(body.Span);
        }

        if (items.Type.Kind is not (FormulaTypeKind.Rows or FormulaTypeKind.List))
        {
            ReportNotItems(function, items);
            return new BoundNode.Error(body.Span);
        }

        var item = items.Type.Kind == FormulaTypeKind.Rows ? items.Type : items.Type.Element!;
        var inner = new RowScope(scope, items.Type.Schema, item, items);
        var bound = Bind(body, inner);
        return bound.Type.IsError ? bound : new BoundNode.Each(inner, bound, body.Span);
    }

    private void ReportNotItems(FormulaFunction function, BoundNode items)
    {
        if (!items.Type.IsError)
        {
            var place = new LocalizedText($"{function.Name} 的第 1 个参数", $"The first argument of {function.Name}");
            _diagnostics.Add(FormulaDiagnostics.WrongType(items.Span, place, FormulaType.RowsOf(null), items.Type));
        }
    }

    private BoundNode Resolve(FormulaFunction function, BoundNode[] arguments, TextSpan span)
    {
        var signatures = function.Signatures.Where(signature => signature.Accepts(arguments.Length)).ToArray();
        if (signatures.Length == 0)
        {
            ReportCount(function, span, arguments.Length);
            return new BoundNode.Error(span);
        }

        if (function.FindDecided(arguments) is { } decided)
        {
            WarnOfUnused(arguments, decided);
            return decided;
        }

        if (arguments.Any(argument => argument.Type.IsError))
        {
            return new BoundNode.Error(span);
        }

        var choice = OverloadResolution.Choose(signatures, arguments);
        if (!choice.Fits)
        {
            ReportMismatch(function, choice, arguments);
            return new BoundNode.Error(span);
        }

        return MakeCall(function, choice, arguments, span);
    }

    private void WarnOfUnused(BoundNode[] arguments, BoundNode decided)
        => _diagnostics.AddRange(arguments
            .Where(argument => argument != decided && argument is not BoundNode.Literal && !argument.Type.IsError)
            .Select(argument => FormulaDiagnostics.UnusedBranch(argument.Span)));

    private BoundNode.Call MakeCall(FormulaFunction function, OverloadResolution choice, BoundNode[] arguments, TextSpan span)
    {
        var converted = new BoundNode[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            WarnOfDate(arguments[index], choice.Targets[index]);
            converted[index] = Convert(arguments[index], choice.Targets[index]);
        }

        var type = function.GetResultType(choice.ResultType, converted);
        var call = new BoundNode.Call(function, choice.Signature, converted, type, span);
        function.Check(call, _diagnostics);
        CheckContext(call);
        return call;
    }

    private static BoundNode Convert(BoundNode argument, FormulaType target)
        => argument is BoundNode.Each each
            ? each with { Body = Conversions.Apply(each.Body, target), Type = target }
            : Conversions.Apply(argument, target);

    private void CheckContext(BoundNode.Call call)
    {
        if (_options.Context != FormulaContext.Set || IsComputedBeforehand(call))
        {
            return;
        }

        if ((call.Function.Sql & _options.Providers) != _options.Providers)
        {
            _diagnostics.Add(FormulaDiagnostics.NotInSets(call.Span, call.Function.Name, call.Function.InsteadInSets));
        }
        else if (call.Function.FindObstacle(call) is { } obstacle)
        {
            _diagnostics.Add(FormulaDiagnostics.NotInSets(call.Span, call.Function.Name, obstacle));
        }
    }

    private bool IsComputedBeforehand(BoundNode.Call call)
        => Certainty.IsFixedPerRun(call) && !(_options.LiteralsVary && Certainty.HasLiteral(call));

    private void ReportMismatch(FormulaFunction function, OverloadResolution choice, BoundNode[] arguments)
    {
        var index = choice.BadArgument;
        var parameter = choice.Signature.At(index, arguments.Length);
        var place = new LocalizedText(
            $"{function.Name} 的第 {index + 1} 个参数（{parameter.Name.Chinese}）",
            $"Argument {index + 1} of {function.Name} ({parameter.Name.English})");
        var (span, actual) = (arguments[index].Span, arguments[index].Type);
        _diagnostics.Add(parameter.Type.Kind == FormulaTypeKind.Variable && parameter.Shape != ParameterShape.Each
            ? FormulaDiagnostics.BranchesDiffer(span, place, choice.Expected, actual)
            : FormulaDiagnostics.WrongType(span, place, choice.Expected, actual));
    }
}
