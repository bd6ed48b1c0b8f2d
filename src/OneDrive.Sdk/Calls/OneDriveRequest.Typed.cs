using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk;

/// <summary>
/// A request to an endpoint that the client has no method for, and how its answer is read. It is sent alone, as the pages of a list, or in
/// a <see cref="BatchRequest"/>.
/// </summary>
/// <typeparam name="T">What the service answers; for a list, the type of its entries.</typeparam>
/// <example>
/// <code>
/// var item = await client.SendAsync(new OneDriveRequest&lt;DriveItem&gt;
/// {
///     Path = RequestPath.Of(file),
///     Query = [new("$select", "id,name,size")],
///     Answer = ModelConverter&lt;DriveItem&gt;.TypeInfo,
/// });
/// </code>
/// </example>
public sealed class OneDriveRequest<T> : OneDriveRequest
{
    /// <summary>
    /// How the answer is read, or each entry of a list: from a <c>JsonSerializerContext</c>, or <see cref="ModelConverter{T}.TypeInfo"/>
    /// for models of this library. A response that is an error is an exception, whatever its status and its type.
    /// </summary>
    public required JsonTypeInfo<T> Answer { get; init; }

    /// <summary>Whether an object without members is a response.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AllowsEmptyAnswer { get; init; }

    /// <summary>
    /// The request that gets what this one changed when the service did the work and answered with an empty body; such a response is an
    /// exception without it.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public OneDriveRequest<T>? ResultRequest { get; init; }

    internal GraphCall<T> ToCall(DriveAddress? drive) =>
        CreateCall(drive, TypeInfoRead.Of(Answer), AllowsEmptyAnswer, ResultRequest?.ToCall(drive));

    internal GraphCall<CollectionPage<T>> ToListCall(DriveAddress? drive) => CreateCall(drive, Pages.Of(TypeInfoRead.Of(Answer)));
}
