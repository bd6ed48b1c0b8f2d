using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What a client wants of a copy.</summary>
internal sealed record CopyOrder(string? Name, ConflictBehavior Conflict, bool ChildrenOnly)
{
    public static CopyOrder Read(Exchange exchange, JsonElement body)
    {
        _ = body.GetFlag("includeAllVersionHistory");
        var name = body.GetText("name");
        if (name is not null)
        {
            NameRules.Validate(name);
        }

        return new CopyOrder(
            name, ItemQuery.GetConflict(exchange.Query, ConflictBehavior.Fail), body.GetFlag("childrenOnly") ?? false);
    }

    /// <summary>Rejects what the service rejects before it begins, in its words.</summary>
    public void Check(ItemNode item)
    {
        if (ChildrenOnly && Name is not null)
        {
            throw GraphError.InvalidRequest("Cannot use name parameter alongside childrenOnly.");
        }

        if (ChildrenOnly && !item.IsFolder)
        {
            throw GraphError.InvalidRequest("childrenOnly option is not valid for file items.");
        }

        if (!ChildrenOnly && item.Parent is null)
        {
            throw GraphError.InvalidRequest("Cannot copy the root folder.");
        }
    }
}
