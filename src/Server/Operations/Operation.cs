using System.Text.Json.Serialization;
using Approvals.Kernel;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>
/// What an operator asks of the processes of one data folder. The command line, the control endpoint of the running server and the
/// pages all run this same code; as JSON it carries its name in <c>operation</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "operation")]
[JsonDerivedType(typeof(Deploy), "deploy")]
[JsonDerivedType(typeof(Instances), "instances")]
[JsonDerivedType(typeof(Explain), "explain")]
[JsonDerivedType(typeof(Incidents), "incidents")]
[JsonDerivedType(typeof(Retry), "retry")]
[JsonDerivedType(typeof(Recompute), "recompute")]
[JsonDerivedType(typeof(Suspend), "suspend")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Modify), "modify")]
[JsonDerivedType(typeof(Migrate), "migrate")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(Signal), "signal")]
[JsonDerivedType(typeof(Erase), "erase")]
public abstract record Operation
{
    /// <summary>Who acts on the command line; pages act as the person who is signed in.</summary>
    public static readonly Actor Operator = Actor.System("operator");

    /// <summary>Does it, each change of an instance as a turn of its own, and says what came of it.</summary>
    public abstract Task<OperationAnswer> RunAsync(Platform platform, Actor actor);
}
