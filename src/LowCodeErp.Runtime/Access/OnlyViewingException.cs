using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Access;

/// <summary>Something was to be written while a member is only viewed. Screens do not offer it; whoever asks for it all the same gets here.</summary>
public sealed class OnlyViewingException : Exception
{
    public Diagnostic Diagnostic { get; } = AccessDiagnostics.OnlyViewing();

    public override string Message => Diagnostic.Message.ToString();
}
