using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;

namespace Approvals.Server.Storage;

/// <summary>People and their posts from platform.db. Everybody who signs in may apply: the group <c>applicant@public</c>.</summary>
public sealed class PeopleOfPlatform(Platform platform) : IPersonDirectory, IPersonRegistry
{
    private const string Everybody = "applicant@public";
    private static readonly Actor Registrar = Actor.System("registration");

    public Task<Person?> FindAsync(long personId) =>
        Task.FromResult(
            platform.Readers.Read(session =>
            {
                if (Organisation.FindPerson(session, personId) is not { } details)
                {
                    return null;
                }

                var groups = Organisation.Posts(session, personId).Select(post => post.Group).Append(Everybody);
                return new Person(personId, details.Name, [.. groups]);
            })
        );

    public async Task<PersonRegistered> RegisterAsync(NewApplicant applicant, CancellationToken cancellation)
    {
        var enterprise = applicant.Kind == ApplicantKind.Enterprise;
        var details = new PersonDetails(
            applicant.Name,
            applicant.Phone,
            enterprise ? null : applicant.Identifier,
            Address: null,
            enterprise ? applicant.Name : null,
            enterprise ? applicant.Identifier : null
        );
        var answer = await platform.SendAsync(
            Registrar,
            scope => TurnAnswer.Done(Organisation.Register(scope, details, []).ToString()),
            "register-" + applicant.CommandId
        );
        return answer.Rejection is { } rejection
            ? new PersonRegistered(0, rejection)
            : new PersonRegistered(long.Parse(answer.Text));
    }
}
