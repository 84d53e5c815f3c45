using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity;

/// <summary>Writes down who came, who went and who was turned away.</summary>
public sealed class SignInNotes(IAuditLog audit, ILogger<SignInNotes> logger)
{
    /// <summary>Before the session begins: without the entry there is none.</summary>
    public Task NoteSignInAsync(Member member, HttpContext context) => audit.WriteAsync(new(AuditKind.SignIn, ActorOf(member, context)), context.RequestAborted);

    public Task NoteSignOutAsync(HttpContext context) => audit.WriteAsync(new(AuditKind.SignOut, MemberActor.Of(context)), context.RequestAborted);

    /// <summary>A name that no member has is not written down: people type their password into the wrong box.</summary>
    /// <param name="member">Null for an unknown name.</param>
    public async Task NoteRefusalAsync(Member? member, SignInResult result, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(result);
        try
        {
            await audit.WriteAsync(new(result.IsLockedOut ? AuditKind.LockedOut : AuditKind.SignInRefused, ActorOf(member, context)), context.RequestAborted);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or TimeoutException or InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            // Whoever is refused stays refused; that alone must not depend on the log.
            logger.LogError(exception, "A refused sign-in could not be written to the audit log.");
        }
    }

    private static Actor ActorOf(Member? member, HttpContext context)
        => new(member?.Id, member?.DisplayName ?? "", member?.IsAdministrator ?? false) { Address = context.Connection.RemoteIpAddress?.ToString() };
}
