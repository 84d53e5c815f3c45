using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Access;

/// <summary>Something was to be written while a member is only viewed. Screens do not offer it; whoever asks for it all the same gets here.</summary>
/// <param name="viewed">Who is viewed.</param>
public sealed class OnlyViewingException(string viewed) : Exception
{
    public Diagnostic Diagnostic { get; } = AccessDiagnostics.OnlyViewing(viewed);

    public override string Message => Diagnostic.Message.ToString();
}
