using Approvals.Kernel;

namespace Approvals.Server.Identity;

/// <summary>Takes a new applicant into the platform's persons.</summary>
public interface IPersonRegistry
{
    /// <summary>Repeating a <see cref="NewApplicant.CommandId"/> gives the same person again.</summary>
    Task<PersonRegistered> RegisterAsync(NewApplicant applicant, CancellationToken cancellation);
}

/// <param name="Identifier">Citizen identity number (GB 11643) or unified social credit code (GB 32100), checked.</param>
public sealed record NewApplicant(Guid CommandId, ApplicantKind Kind, string Name, string Phone, string Identifier);

public enum ApplicantKind
{
    /// <summary>自然人</summary>
    NaturalPerson,

    /// <summary>法人或非法人组织</summary>
    Enterprise,
}

/// <summary>The person's id, or why not.</summary>
public sealed record PersonRegistered(long PersonId, Rejection? Rejection = null);
