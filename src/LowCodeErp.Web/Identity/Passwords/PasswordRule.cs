using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Members;
using Microsoft.AspNetCore.Identity;

namespace LowCodeErp.Web.Identity.Passwords;

/// <summary>The policy for every door that sets passwords by way of ASP.NET's accounts.</summary>
internal sealed class PasswordRule(PasswordPolicy policy) : IPasswordValidator<Member>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Member> manager, Member user, string? password)
    {
        var problems = policy.Check(user.UserName, password ?? "");
        return Task.FromResult(problems.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. problems.Select(problem => new IdentityError { Code = problem.Code, Description = problem.Message.ToString() })]));
    }
}
