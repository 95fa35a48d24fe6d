using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity;

/// <summary>
/// How one signs in, and nothing else: name, roles and everything about the person live in the platform's own store
/// under <see cref="PersonId"/>. Applicants sign in by their phone number, staff by their account name.
/// </summary>
public sealed class Account : IdentityUser<long>
{
    public long PersonId { get; set; }
}
