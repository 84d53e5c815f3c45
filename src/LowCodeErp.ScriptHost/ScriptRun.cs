using System.Globalization;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Parser;
using Jint.Runtime;
using Jint.Runtime.Interop;
using LowCodeErp.Core.Scripting;

namespace LowCodeErp.ScriptHost;

/// <summary>One script in an engine of its own: nothing that it changed is left for the next one.</summary>
internal sealed class ScriptRun
{
    /// <summary>On the script's first line, so that its lines keep their numbers.</summary>
    private const string Opening = "(function(input){\"use strict\";";

    /// <summary>On a line of its own, in case that the script ends with a comment.</summary>
    private const string Closing = "\n})";

    private readonly Engine _engine;
    private readonly ICallable _parse;
    private readonly ICallable _stringify;
    private readonly ScriptLog _log;

    private ScriptRun(ScriptCall call)
    {
        _engine = new(options => options
            .Strict()
            .MaxStatements(ScriptLimits.Steps)
            .LimitRecursion(ScriptLimits.Recursion)
            .TimeoutInterval(TimeSpan.FromMilliseconds(call.Milliseconds))
            .LocalTimeZone(TimeZoneInfo.FromSerializedString(call.Zone))
            .Culture(CultureInfo.InvariantCulture));
        RemoveCompilers();
        new SizeGuards(_engine).Install();
        _parse = _engine.Json.Get("parse").TryCast<ICallable>();
        _stringify = _engine.Json.Get("stringify").TryCast<ICallable>();
        _log = new(value => value.IsString() ? value.AsString() : Stringify(value));
        _engine.Global.FastAddProperty("log", new ClrFunctionInstance(_engine, _log.Add), writable: false, enumerable: false, configurable: false);
    }

    public static ScriptAnswer Run(ScriptCall call)
    {
        var run = new ScriptRun(call);
        try
        {
            var output = run.Execute(call);
            return new(run._log.Lines, output);
        }
        catch (Exception exception)
        {
            // Whatever a script brings about is its result, not a fault of the worker.
            return new(run._log.Lines, Failure: run.Describe(exception));
        }
    }

    private string Execute(ScriptCall call)
    {
        var script = _engine.Execute(Opening + call.Source + Closing).GetCompletionValue();
        var output = Stringify(script.Invoke(_parse.Call(JsValue.Undefined, [call.Input])));
        return output.Length <= ScriptLimits.TextLength ? output : throw new SizeLimitException($"The result has {output.Length} characters, more than {ScriptLimits.TextLength}.");
    }

    /// <summary>What JSON has no word for, a function or <c>undefined</c>, is null.</summary>
    private string Stringify(JsValue value)
    {
        var json = _stringify.Call(JsValue.Undefined, [value]);
        return json.IsString() ? json.AsString() : "null";
    }

    /// <summary>Whatever makes a program out of text, and the one other way to it: <c>(function(){}).constructor</c>.</summary>
    private void RemoveCompilers()
    {
        _engine.Global.RemoveOwnProperty("eval");
        _engine.Global.RemoveOwnProperty("Function");
        _engine.Function.PrototypeObject.RemoveOwnProperty("constructor");
    }

    private ScriptFailure Describe(Exception exception) => exception switch
    {
        ParserException error => At(ScriptFailureKind.Syntax, error.Description, error.LineNumber, error.Column),
        JavaScriptException error => At(ScriptFailureKind.Thrown, TextOf(error), error.LineNumber, error.Column + 1),
        RegexMatchTimeoutException => Here(ScriptFailureKind.PatternLimit, exception),
        TimeoutException => Here(ScriptFailureKind.TimeLimit, exception),
        StatementsCountOverflowException => Here(ScriptFailureKind.StepLimit, exception),
        RecursionDepthOverflowException or InsufficientExecutionStackException => Here(ScriptFailureKind.RecursionLimit, exception),
        OutOfMemoryException => Here(ScriptFailureKind.MemoryLimit, exception),
        SizeLimitException => Here(ScriptFailureKind.SizeLimit, exception),
        // The interpreter makes an exception of what was thrown, and finds no text for its message.
        ArgumentException => Here(ScriptFailureKind.Thrown, "Something without a message was thrown; throw new Error('…')"),
        _ => Here(ScriptFailureKind.Broken, exception),
    };

    private ScriptFailure Here(ScriptFailureKind kind, Exception exception) => Here(kind, exception.Message);

    private ScriptFailure Here(ScriptFailureKind kind, string message)
    {
        var place = _engine.GetLastSyntaxNode()?.Location?.Start;
        return At(kind, message, place?.Line ?? 0, place?.Column + 1 ?? 0);
    }

    private static ScriptFailure At(ScriptFailureKind kind, string message, int line, int column)
        => new(kind, message.Length <= ScriptLimits.LogLineLength ? message : message[..ScriptLimits.LogLineLength], line, line == 1 ? Math.Max(column - Opening.Length, 1) : column);

    /// <summary>A script may throw anything, also an object whose text is made by the script once more.</summary>
    private static string TextOf(JavaScriptException error)
    {
        try
        {
            return error.Error.IsObject() && error.Error.AsObject().Class != "Error" ? error.Message : TypeConverter.ToString(error.Error);
        }
        catch (Exception exception)
        {
            // The error that has no text is still the one to report.
            return exception.Message;
        }
    }
}
