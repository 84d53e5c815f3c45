using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace LowCodeErp.ScriptHost;

/// <summary>
/// Puts a check of sizes before every built-in function that walks through a list or a text: the interpreter looks at its limits
/// only between statements, so <c>new Array(50000000).join('*')</c> would run on. The originals are out of a script's reach afterwards.
/// </summary>
internal sealed class SizeGuards(Engine engine)
{
    private const string Concat = "concat";

    private int _depth;

    public void Install()
    {
        GuardEach(engine.Array.PrototypeObject, ["constructor", Concat], CheckList);
        Guard(engine.Array.PrototypeObject, Concat, CheckLists);
        GuardEach(engine.String.PrototypeObject, ["constructor", "toString", "valueOf"], CheckText);
        Guard(engine.RegExp.PrototypeObject, "exec", CheckFirstText);
        Guard(engine.RegExp.PrototypeObject, "test", CheckFirstText);
        Guard(engine.Function.PrototypeObject, "apply", CheckArgumentList);
        Guard(engine.Json, "parse", CheckJson);
        Guard(engine.Json, "stringify", (self, arguments) => { JsonSize.Check(arguments.At(0)); return (self, arguments); });
    }

    private void GuardEach(ObjectInstance owner, string[] exceptions, Check check)
    {
        var functions = owner.GetOwnProperties().Where(property => property.Value.Value?.TryCast<FunctionInstance>() is not null);
        foreach (var name in functions.Select(property => property.Key).Except(exceptions).ToList())
        {
            Guard(owner, name, check);
        }
    }

    private void Guard(ObjectInstance owner, string name, Check check)
    {
        var original = owner.Get(name).TryCast<FunctionInstance>();
        var length = (int)TypeConverter.ToInteger(original.Get("length"));
        var guarded = new ClrFunctionInstance(engine, (self, arguments) =>
        {
            var (checkedSelf, checkedArguments) = check(self, arguments);
            return CallNested(original, checkedSelf, checkedArguments);
        }, length);
        owner.RemoveOwnProperty(name);
        owner.FastAddProperty(name, guarded, writable: false, enumerable: false, configurable: false);
    }

    /// <summary>A list that contains itself becomes text without end, and the interpreter counts only calls that a script writes.</summary>
    private JsValue CallNested(FunctionInstance original, JsValue self, JsValue[] arguments)
    {
        if (++_depth > ScriptLimits.Recursion)
        {
            throw new InsufficientExecutionStackException("Built-in functions call each other too deeply.");
        }

        try
        {
            return original.Call(self, arguments);
        }
        finally
        {
            _depth--;
        }
    }

    private static (JsValue Self, JsValue[] Arguments) CheckList(JsValue self, JsValue[] arguments)
    {
        Refuse(LengthOf(self), ScriptLimits.ListLength, "list");
        return (self, arguments);
    }

    /// <summary>The list itself and those in the arguments: together they are the result.</summary>
    private static (JsValue Self, JsValue[] Arguments) CheckLists(JsValue self, JsValue[] arguments)
    {
        long total = LengthOf(self);
        foreach (var argument in arguments.Where(argument => argument.IsArray()))
        {
            total += LengthOf(argument);
        }

        Refuse(total, ScriptLimits.ListLength, "list");
        return (self, arguments);
    }

    private static (JsValue Self, JsValue[] Arguments) CheckArgumentList(JsValue self, JsValue[] arguments)
    {
        Refuse(LengthOf(arguments.At(1)), ScriptLimits.ListLength, "list");
        return (self, arguments);
    }

    /// <summary>The text is made here, once: the original must not see another than the one that was checked.</summary>
    private static (JsValue Self, JsValue[] Arguments) CheckText(JsValue self, JsValue[] arguments)
        => self.IsUndefined() || self.IsNull() ? (self, arguments) : (ShortText(self), arguments);

    private static (JsValue Self, JsValue[] Arguments) CheckFirstText(JsValue self, JsValue[] arguments)
        => (self, [ShortText(arguments.At(0)), .. arguments.Skip(1)]);

    private (JsValue Self, JsValue[] Arguments) CheckJson(JsValue self, JsValue[] arguments)
    {
        var text = ShortText(arguments.At(0));
        try
        {
            // The interpreter's own parser counts no depth.
            using var document = JsonDocument.Parse(text.AsString(), new() { MaxDepth = ScriptLimits.JsonDepth });
        }
        catch (JsonException exception)
        {
            // What a script may expect and catch, as in any other JavaScript.
            throw new JavaScriptException(engine.SyntaxError, exception.Message);
        }

        return (self, [text, .. arguments.Skip(1)]);
    }

    private static JsValue ShortText(JsValue value)
    {
        var text = TypeConverter.ToString(value);
        Refuse(text.Length, ScriptLimits.TextLength, "text");
        return text;
    }

    /// <summary>As the built-in functions read it. A length that is computed could be another when they read it again.</summary>
    private static uint LengthOf(JsValue list)
    {
        if (!list.IsObject())
        {
            return list.IsString() ? (uint)list.AsString().Length : 0;
        }

        var length = list.AsObject().GetProperty("length");
        return length == PropertyDescriptor.Undefined ? 0
            : length.IsAccessorDescriptor() || length.Value is not { } value || value.IsObject() ? throw new SizeLimitException("The length of a list is not a plain number.")
            : TypeConverter.ToUint32(value);
    }

    private static void Refuse(long length, int limit, string what)
    {
        if (length > limit)
        {
            throw new SizeLimitException($"A {what} of {length} is longer than {limit}.");
        }
    }

    /// <returns>What the original function is called with.</returns>
    private delegate (JsValue Self, JsValue[] Arguments) Check(JsValue self, JsValue[] arguments);
}
