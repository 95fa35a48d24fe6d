namespace Approvals.Server.Identity;

/// <summary>An account of the demonstration city, named with its password on the sign-in page. Registered in demo only.</summary>
/// <param name="Role">What the person does, in the words of the catalogue.</param>
public sealed record DemoAccount(string Name, string Password, string Person, string Role);
