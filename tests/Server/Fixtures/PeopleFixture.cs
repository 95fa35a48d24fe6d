using System.Collections.Concurrent;
using Approvals.Server.Identity;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>Persons in memory: those a test puts in, and those who register.</summary>
public sealed class PeopleFixture : IPersonDirectory, IPersonRegistry
{
    private readonly ConcurrentDictionary<long, Person> persons = new();
    private readonly ConcurrentDictionary<Guid, long> commands = new();

    public IReadOnlyCollection<Person> All => [.. persons.Values];

    public void Put(Person person) => persons[person.Id] = person;

    public Task<Person?> FindAsync(long personId) => Task.FromResult(persons.GetValueOrDefault(personId));

    public Task<PersonRegistered> RegisterAsync(NewApplicant applicant, CancellationToken cancellation)
    {
        var id = commands.GetOrAdd(applicant.CommandId, _ => 1000 + commands.Count);
        Put(new Person(id, applicant.Name, ["applicant@public"]));
        return Task.FromResult(new PersonRegistered(id));
    }
}
